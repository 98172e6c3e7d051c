// Replaces the file of the same name in the engine's web application, which is not merged with it.
export default {
  app: { name: '流程监控', vendor: '联评' },
  // the browser's language is cut at its hyphen before it is compared, so zh-CN finds zh
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'en' },
  customScripts: ['scripts/lianping-stage-board', 'scripts/lianping-panel', 'scripts/lianping-heat', 'scripts/lianping-run', 'scripts/lianping-design'],
};
