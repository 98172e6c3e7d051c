/* Shows the platform's tabs only where the task has them. Tasklist itself shows every tab for every task. */
import { desk } from './lianping-kit.js';

const LABELS = { 案卷: 'case', 证据材料: 'evidence', 盖章进度: 'seals', 流转记录: 'flow', 流程图: 'diagram', 审议清单: 'agenda', 批次总表: 'round' };
// Tasklist's own, which show the bare definition and the engine's notes; ours say more
const SUPERSEDED = ['流程定义图', '历史', '说明'];
let shown = null;

const taskId = () => new URLSearchParams((window.location.hash.split('?')[1] || '')).get('task');

const toggle = () => {
  document.querySelectorAll('.nav-tabs > li').forEach((item) => {
    const label = item.textContent.trim();
    const key = LABELS[label];
    if (SUPERSEDED.includes(label)) item.hidden = true;
    else if (key) item.hidden = !(shown && shown.tabs.includes(key));
  });
};

let current = null;
const follow = () => {
  const id = taskId();
  if (id !== current) {
    current = id;
    shown = null;
    if (id) {
      desk(id).then((found) => {
        if (current === id) { shown = found; toggle(); }
      }, () => { /* the tab itself tells why, when it is opened */ });
    }
  }
  toggle();
};

new MutationObserver(follow).observe(document.documentElement, { childList: true, subtree: true });
window.addEventListener('hashchange', follow);
