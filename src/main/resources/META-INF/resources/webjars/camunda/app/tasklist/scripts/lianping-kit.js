/* What the platform's tabs share: nodes, requests, dates. Texts only ever become text nodes, never markup. */
export const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
  });
  node.append(...children.flat().map((child) => (child === null || child === undefined ? '' : child)));
  return node;
};

export const table = (heads, rows, attributes = {}) => make('table', { class: 'lp-table', ...attributes },
  make('thead', {}, make('tr', {}, heads.map((head) => make('th', { scope: 'col' }, head)))),
  make('tbody', {}, rows.map((cells) => make('tr', {}, cells.map((cell) => (
    cell instanceof HTMLTableCellElement ? cell : make('td', {}, cell)))))));

export const section = (title, ...content) => make('section', { class: 'lp-section' }, make('h3', {}, title), ...content);

/* The address of the platform's own interface beside the engine's. */
export const base = () => `${document.querySelector('base').getAttribute('app-root')}/api/lianping`;

/* The platform's own page, outside the web applications. */
export const pageUrl = (path) => base().replace(/\/camunda\/api\/lianping$/, path);

export const taskUrl = (taskId, what) => `${base()}/tasks/${encodeURIComponent(taskId)}/${what}`;

export const caseUrl = (caseNo, what = '') => `${base()}/cases/${encodeURIComponent(caseNo)}${what && `/${what}`}`;

export const csrf = () => {
  const token = (document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]+)/) || [])[1];
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {};
};

/* JSON, or an error that carries the Chinese reason. */
export const ask = async (url, options = {}) => {
  const response = await fetch(url, { ...options, headers: { Accept: 'application/json', ...options.headers } })
    .catch(() => { throw new Error('连接不上服务器,请检查网络后重试'); });
  const body = await response.json().catch(() => null);
  if (response.status === 401) throw new Error('登录已过期,请重新登录');
  if (!response.ok) throw new Error((body && body.message) || `未能完成(${response.status}),请稍后重试`);
  return body;
};

/* What lies beside the form of a task; asked once a task, because every tab needs it. */
const desks = new Map();
export const desk = (taskId) => {
  if (!desks.has(taskId)) {
    desks.clear();
    const asked = ask(taskUrl(taskId, 'desk'));
    asked.catch(() => desks.delete(taskId));
    desks.set(taskId, asked);
  }
  return desks.get(taskId);
};

export const dateTime = (iso) => {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
};

export const size = (bytes) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

/* A tab of Tasklist: draws itself once the desk is known, and says in Chinese why it cannot. */
export const tab = (id, label, priority, draw) => {
  let left = false;
  return {
    id: `lianping-${id}`,
    pluginPoint: 'tasklist.task.detail',
    priority,
    properties: { label },
    render: async (host, { taskId }) => {
      left = false;
      const node = make('div', { class: `lp-tab lp-${id}`, 'aria-busy': 'true' }, make('p', { class: 'lp-note' }, '正在载入…'));
      host.replaceChildren(node);
      try {
        const found = await desk(taskId);
        if (!found.tabs.includes(id)) {
          node.replaceChildren(make('p', { class: 'lp-note' }, `此任务没有${label}。`));
        } else {
          await draw(node, { taskId, desk: found, gone: () => left || !node.isConnected });
        }
      } catch (e) {
        node.replaceChildren(make('p', { class: 'lp-problem', role: 'alert' }, e.message));
      }
      node.removeAttribute('aria-busy');
    },
    unmount: () => { left = true; },
  };
};
