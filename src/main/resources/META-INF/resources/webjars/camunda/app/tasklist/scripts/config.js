// Replaces the file of the same name in the engine's web application, which is not merged with it.
import { textsInStore } from './lianping-locale.js';

await textsInStore;

export default {
  app: { name: '任务列表', vendor: '联评' },
  // the browser's language is cut at its hyphen before it is compared, so zh-CN finds zh
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'en' },
  customScripts: [
    'scripts/lianping-texts', 'scripts/lianping-tabs', 'scripts/lianping-case', 'scripts/lianping-evidence',
    'scripts/lianping-seals', 'scripts/lianping-flow', 'scripts/lianping-diagram', 'scripts/lianping-agenda', 'scripts/lianping-round',
    'scripts/lianping-actions', 'scripts/lianping-draft', 'scripts/lianping-absence',
    'scripts/lianping-cards', 'scripts/lianping-search', 'scripts/lianping-lists', 'scripts/lianping-bell', 'scripts/lianping-opened',
    'scripts/lianping-manual', 'scripts/lianping-leave',
  ],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '认领所选任务' },
    focusFilter: { key: 'ctrl+shift+f', description: '转到第一个筛选器' },
    focusList: { key: 'ctrl+alt+l', description: '转到列表中的第一个任务' },
    focusForm: { key: 'ctrl+alt+f', description: '转到表单的第一个输入框' },
    startProcess: { key: 'ctrl+alt+p', description: '打开启动流程的窗口' },
  },
};
