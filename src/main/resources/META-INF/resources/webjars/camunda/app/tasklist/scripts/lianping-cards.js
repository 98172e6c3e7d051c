/* Cards of the list: case, alliance, stage, who, last day with the working days left. One request a rendering. */
import { ask, base, make } from './lianping-kit.js';

const AT_ONCE = 50;
const known = new Map();
let waiting = new Map();

const line = (kind, ...parts) => {
  const shown = parts.filter(Boolean);
  return shown.length ? make('div', { class: `lp-card-${kind}` }, shown) : null;
};

export const due = (card) => (card.due ? make('span', { class: `lp-due lp-due-${card.urgency || 'later'}` },
  `${card.due} `, make('b', {}, card.left)) : null);

/* What a card and a row of the search show below the title. */
export const cardLines = (card) => [
  line('case', make('span', {}, card.caseNo), card.alliance && !card.title.includes(card.alliance) ? make('b', {}, card.alliance) : null),
  line('stage', card.stage && make('span', { class: 'lp-chip' }, card.stage), card.offeredTo && make('span', {}, card.offeredTo),
    card.assignee && make('span', { class: 'lp-who' }, `办理人 ${card.assignee}`)),
  line('due', due(card), card.followUp && make('span', {}, `跟进 ${card.followUp}`)),
].filter(Boolean);

const draw = (node, card) => {
  if (card && node.isConnected) node.replaceChildren(...cardLines(card));
};

const flush = async () => {
  const asked = waiting;
  waiting = new Map();
  const ids = [...asked.keys()];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    try {
      (await ask(`${base()}/tasks/cards?ids=${some.map(encodeURIComponent).join(',')}`)).forEach((card) => {
        known.set(card.id, card);
        (asked.get(card.id) || []).forEach((node) => draw(node, card));
      });
    } catch (e) {
      some.flatMap((id) => asked.get(id)).forEach((node) => node.replaceChildren(make('span', { class: 'lp-note' }, e.message)));
    }
  }
};

const request = (taskId, node) => {
  // the cards of a rendering come one after the other in the same turn
  if (!waiting.size) setTimeout(flush, 30);
  waiting.set(taskId, [...(waiting.get(taskId) || []), node]);
};

export default {
  id: 'lianping-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render: (host, { taskId }) => {
    const node = make('div', { class: 'lp-card' });
    host.replaceChildren(node);
    if (known.size > 2000) known.clear();
    draw(node, known.get(taskId));
    request(taskId, node);
  },
};
