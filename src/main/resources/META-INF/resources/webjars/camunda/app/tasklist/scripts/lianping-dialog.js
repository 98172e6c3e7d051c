/* A dialog of the platform: a title, fields, the required opinion with phrases to pick, and a refusal in Chinese. */
import { ask, base, csrf, make } from './lianping-kit.js';

const JSON_BODY = { 'Content-Type': 'application/json' };

/* Sends and answers; refused with the Chinese reason. */
export const send = async (url, body, method = 'POST') => {
  const response = await fetch(url, {
    method, body: body === undefined ? undefined : JSON.stringify(body), headers: { Accept: 'application/json', ...JSON_BODY, ...csrf() },
  }).catch(() => { throw new Error('连接不上服务器,请检查网络后重试'); });
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Error((answer && answer.message) || `未能完成(${response.status}),请稍后重试`);
  return answer;
};

/* 常用语: a click puts the phrase into the field; own ones can be kept and forgotten. */
const phrases = (field) => {
  const list = make('div', { class: 'lp-phrases' });
  const draw = async () => {
    const found = await ask(`${base()}/me/phrases`).catch(() => []);
    list.replaceChildren(...found.map((one) => make('span', { class: 'lp-phrase' },
      make('button', {
        type: 'button',
        onclick: () => { field.value = field.value ? `${field.value}${one.text}` : one.text; field.focus(); },
      }, one.text),
      one.id ? make('button', {
        type: 'button', class: 'lp-forget', title: '删除这条常用语', 'aria-label': `删除常用语:${one.text}`,
        onclick: async () => { await send(`${base()}/me/phrases/${encodeURIComponent(one.id)}`, undefined, 'DELETE').catch(() => {}); draw(); },
      }, '×') : null)),
    make('button', {
      type: 'button', class: 'lp-keep',
      onclick: async () => {
        try { await send(`${base()}/me/phrases`, { text: field.value }); await draw(); } catch (e) { field.setCustomValidity(e.message); field.reportValidity(); field.setCustomValidity(''); }
      },
    }, '存为常用语'));
  };
  draw();
  return list;
};

/**
 * Opens the dialog; `act` gets the opinion and does the work, its refusal is shown and the dialog stays.
 * `content` are nodes above the opinion; without `opinion` there is none.
 */
export const dialog = ({ title, hint, content = [], opinion = '意见', button = '确定', act, done }) => {
  const field = opinion ? make('textarea', { id: 'lp-opinion', rows: 3, maxlength: 1000, required: true }) : null;
  const problem = make('p', { class: 'lp-problem', role: 'alert', hidden: true });
  const submit = make('button', { type: 'submit', class: 'btn btn-primary' }, button);
  const box = make('dialog', { class: 'lp-dialog', 'aria-label': title },
    make('form', {
      method: 'dialog',
      onsubmit: async (event) => {
        event.preventDefault();
        submit.disabled = true;
        problem.hidden = true;
        try {
          const answer = await act(field ? field.value : '');
          box.close();
          if (done) done(answer);
        } catch (e) {
          problem.textContent = e.message;
          problem.hidden = false;
          submit.disabled = false;
        }
      },
    },
    make('h3', {}, title),
    hint ? make('p', { class: 'lp-note' }, hint) : null,
    ...content,
    field ? make('label', { for: 'lp-opinion' }, `${opinion}(必填)`) : null,
    field, field ? phrases(field) : null,
    problem,
    make('p', { class: 'lp-buttons' },
      make('button', { type: 'button', class: 'btn btn-default', onclick: () => box.close() }, '取消'), submit)));
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
};

/* A field to find people by a part of their name; `many` lets several be chosen. `chosen()` answers their ids. */
export const peopleField = (many, label) => {
  const picked = new Map();
  const shown = make('p', { class: 'lp-picked' });
  const results = make('ul', { class: 'lp-results' });
  const draw = () => shown.replaceChildren(...[...picked.values()].map((one) => make('span', { class: 'lp-phrase' },
    `${one.name}(${one.office}) `,
    make('button', { type: 'button', class: 'lp-forget', 'aria-label': `移除${one.name}`, onclick: () => { picked.delete(one.id); draw(); } }, '×'))));
  let last = 0;
  const search = async (text) => {
    last += 1;
    const mine = last;
    const found = text.trim() ? await ask(`${base()}/people?search=${encodeURIComponent(text.trim())}`).catch(() => []) : [];
    if (mine !== last) return;
    results.replaceChildren(...(found.length || !text.trim() ? found : [null]).map((one) => make('li', {}, one ? make('button', {
      type: 'button',
      onclick: () => { if (!many) picked.clear(); picked.set(one.id, one); input.value = ''; results.replaceChildren(); draw(); },
    }, `${one.name} · ${one.office}`) : '没有找到可选的人员')));
  };
  const input = make('input', { id: 'lp-people', type: 'search', autocomplete: 'off', placeholder: '输入姓名查找', oninput: () => search(input.value) });
  return { node: make('div', {}, make('label', { for: 'lp-people' }, label), shown, input, results), chosen: () => [...picked.keys()] };
};
