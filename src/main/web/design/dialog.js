/* Dialogs of the page: fields, a refusal in Chinese that keeps the dialog open, and plain questions. */
import { make } from './kit.js';

/* Opens the dialog; `act` does the work with the form's data, and its refusal is shown. */
export const dialog = ({ title, hint, content = [], confirm = '确定', danger = false, act, wide = false }) => new Promise((resolve) => {
  const refusal = make('p', { class: 'problem', role: 'alert', hidden: true });
  const submit = make('button', { type: 'submit', class: danger ? 'danger' : 'primary' }, confirm);
  let answer = null;
  const box = make('dialog', { class: wide ? 'wide' : '', 'aria-label': title },
    make('form', {
      method: 'dialog',
      onsubmit: async (event) => {
        event.preventDefault();
        submit.disabled = true;
        refusal.hidden = true;
        try {
          answer = (await act(new FormData(event.target))) ?? true;
          box.close();
        } catch (error) {
          refusal.textContent = error.message;
          refusal.hidden = false;
          submit.disabled = false;
        }
      },
    },
    make('h2', {}, title),
    hint ? make('p', { class: 'note' }, hint) : null,
    ...content,
    refusal,
    make('p', { class: 'buttons' }, make('button', { type: 'button', onclick: () => box.close() }, '取消'), submit)));
  box.addEventListener('close', () => { box.remove(); resolve(answer); });
  document.body.append(box);
  box.showModal();
});

export const field = (label, control) => make('label', { class: 'field' }, make('span', {}, label), control);

export const reasonField = (label = '理由(必填)') => field(label, make('textarea', { name: 'reason', rows: 3, maxlength: 1000, required: true }));

/* A question with several answers; resolves to the chosen one, null when it is closed. */
export const choose = ({ title, text, answers }) => new Promise((resolve) => {
  let chosen = null;
  const box = make('dialog', { 'aria-label': title }, make('h2', {}, title), make('p', {}, text),
    make('p', { class: 'buttons' }, answers.map(([value, label, kind]) => make('button', {
      type: 'button', class: kind || '', onclick: () => { chosen = value; box.close(); },
    }, label))));
  box.addEventListener('close', () => { box.remove(); resolve(chosen); });
  document.body.append(box);
  box.showModal();
});
