/* The task that is open: its dates as people write them, and a word where the address leads to no task of this person. */
import { ask, make, taskUrl } from './lianping-kit.js';
import { due as dueOf } from './lianping-cards.js';
import { openCase } from './lianping-window.js';

const query = () => new URLSearchParams(window.location.hash.split('?')[1] || '');
let current = null;
let card = null;
let problem = null;

const place = (selector, className, content) => {
  document.querySelectorAll(selector).forEach((host) => {
    const old = host.querySelector(`.${className}`);
    if (old && old.dataset.task === current) return;
    if (old) old.remove();
    if (content) host.append(make('span', { class: className, 'data-task': current }, content()));
  });
};

/* Tasklist says which part of it failed before it says why. */
const INNER = /<task> <- /;
const plainNotices = () => document.querySelectorAll('.alert').forEach((notice) => {
  if (!INNER.test(notice.textContent)) return;
  // the platform's own word says it already
  notice.hidden = true;
});

const show = () => {
  if (card) {
    place('.task-header .due-date, .meta .due-date', 'lp-date', card.due && (() => dueOf(card)));
    place('.task-header .followup-date, .meta .followup-date', 'lp-date', card.followUp && (() => card.followUp));
  }
  const shown = document.querySelector('.lp-no-task');
  if (problem && !shown) {
    document.body.append(make('div', { class: 'lp-no-task', role: 'alert' }, make('span', {}, problem),
      make('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => { problem = null; show(); } }, '知道了')));
  } else if (!problem && shown) shown.remove();
  plainNotices();
};

const follow = () => {
  const id = query().get('task');
  const caseNo = query().get('case');
  if (caseNo) {
    // an address from a mail; gone from the bar, so that a reload does not open it again
    const rest = query();
    rest.delete('case');
    window.history.replaceState(null, '', `#/?${rest}`);
    openCase(caseNo, null);
  }
  if (id !== current) {
    current = id;
    card = null;
    // Tasklist takes a task that it does not find out of the address; the word about it stays until the next task
    if (id) {
      problem = null;
      ask(taskUrl(id, 'card')).then((found) => { if (current === id) { card = found; show(); } },
        (e) => { if (current === id) { problem = e.message; show(); } });
    }
  }
  show();
};

let planned = false;
const soon = () => {
  // a page that draws itself changes in hundreds of places: one look a frame is enough
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => { planned = false; follow(); });
};

new MutationObserver(soon).observe(document.documentElement, { childList: true, subtree: true });
window.addEventListener('hashchange', follow);
