/* 暂存: Tasklist keeps what was entered in this browser alone; it goes to the server instead, and is shown again anywhere. */
import { make, taskUrl } from './lianping-kit.js';
import { send } from './lianping-dialog.js';

const PREFIX = 'camunda-form:';
const keepHere = Storage.prototype.setItem;

const tell = (text, problem) => {
  const note = make('div', { class: `lp-toast ${problem ? 'lp-problem' : ''}`, role: 'status' }, text);
  document.body.append(note);
  setTimeout(() => note.remove(), problem ? 8000 : 3000);
};

Storage.prototype.setItem = function setItem(key, value) {
  if (this !== window.localStorage || !String(key).startsWith(PREFIX) || key === `${PREFIX}undefined`) {
    keepHere.call(this, key, value);
    return;
  }
  const taskId = String(key).slice(PREFIX.length);
  send(taskUrl(taskId, 'draft'), JSON.parse(value), 'PUT').then(
    () => { this.removeItem(key); tell('已暂存,可在任何一台电脑上接着办'); },
    (e) => { keepHere.call(this, key, value); tell(`未能暂存到服务器,已保存在本机:${e.message}`, true); },
  );
};
