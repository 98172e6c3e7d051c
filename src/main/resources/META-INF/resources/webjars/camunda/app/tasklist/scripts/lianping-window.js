/* Windows over the page. The browser's own dialog keeps the focus inside and gives it back. */
import { ask, caseUrl, make, pageUrl } from './lianping-kit.js';
import { casePage } from './lianping-case.js';

/* Opens a window; `body` is to be filled by the caller. */
export const openDialog = (title, opener, attributes = {}) => {
  const body = make('div', { class: 'lp-tab lp-paper', tabindex: '0', ...attributes }, make('p', { class: 'lp-note' }, '正在载入…'));
  const dialog = make('dialog', { class: 'lp-preview', 'aria-label': title },
    make('header', {}, make('b', {}, title), make('button', { type: 'button', class: 'btn btn-default', onclick: () => dialog.close() }, '关闭')), body);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener && opener.isConnected) opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, body };
};

/* The case to read, in a window. */
export const openCase = async (caseNo, opener) => {
  const { body } = openDialog(`案卷 ${caseNo}`, opener);
  try {
    const [one, evidence] = await Promise.all([ask(caseUrl(caseNo)), ask(caseUrl(caseNo, 'evidence'))]);
    body.replaceChildren(...casePage(one, evidence.filter((file) => !file.replacedBy)));
  } catch (e) {
    body.replaceChildren(make('p', { class: 'lp-problem', role: 'alert' }, e.message));
  }
};

/* Tasklist follows the address: the task opens, the list stays. From another application it is opened first. */
export const openTask = (taskId) => {
  if (!window.location.pathname.includes('/app/tasklist/')) {
    window.location.assign(pageUrl(`/camunda/app/tasklist/default/#/?task=${encodeURIComponent(taskId)}`));
    return;
  }
  const query = new URLSearchParams(window.location.hash.split('?')[1] || '');
  ['detailsTab', 'case'].forEach((name) => query.delete(name));
  query.set('task', taskId);
  window.location.hash = `#/?${query}`;
};
