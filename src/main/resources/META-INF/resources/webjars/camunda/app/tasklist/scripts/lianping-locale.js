/*
 * Tasklist takes its texts from a store of the browser, and fills that too late: on a first visit it has begun to write
 * dates in English, and after a change of the texts it shows the old ones once more. So the store is filled before it starts.
 */
const STORE = 'camunda-web';

const fill = async () => {
  const prefix = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
  const response = await fetch(`${prefix}zh.json`, { cache: 'no-cache' });
  if (!response.ok) return;
  const texts = JSON.stringify(await response.json());
  const store = JSON.parse(localStorage.getItem(STORE) || '{}');
  store[`${prefix}_locales_data_zh_${window.bust}`] = texts;
  localStorage.setItem(STORE, JSON.stringify(store));
};

// without a store, or without a network, Tasklist starts all the same
export const textsInStore = fill().catch(() => null);
