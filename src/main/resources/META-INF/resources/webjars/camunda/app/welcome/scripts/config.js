// Replaces the file of the same name in the engine's web application, which is not merged with it.
export default {
  app: { name: '首页', vendor: '联评' },
  // the browser's language is cut at its hyphen before it is compared, so zh-CN finds zh
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'en' },
};
