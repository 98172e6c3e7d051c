/* The server's side of the page; every refusal arrives as an Error with the Chinese reason, its status and its body. */
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') || '';

export class Refused extends Error {
  constructor(message, status, body) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

const said = (status) => {
  if (status === 401 || status === 403) return '登录已过期或没有权限,请重新登录后再试';
  if (status === 413) return '内容太大,服务器没有接收';
  return `未能完成(${status}),请稍后重试`;
};

const url = (path, query = {}) => {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return `${meta('design-api')}${path}${given.length ? `?${new URLSearchParams(given)}` : ''}`;
};

const request = async (method, path, { query, body, text = false } = {}) => {
  const headers = { Accept: text ? 'text/plain' : 'application/json' };
  if (method !== 'GET') headers[meta('csrf-header')] = meta('csrf-token');
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(url(path, query), { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
    .catch(() => { throw new Refused('连接不上服务器,请检查网络后重试;您的修改保存在本机浏览器中', 0, null); });
  // a login page instead of an answer means that the session is over
  if (response.redirected && response.url.includes('/login')) throw new Refused(said(401), 401, null);
  if (text && response.ok) return response.text();
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Refused((answer && answer.message) || said(response.status), response.status, answer);
  return answer;
};

export const get = (path, query) => request('GET', path, { query });
export const post = (path, body = {}) => request('POST', path, { body });
export const put = (path, body) => request('PUT', path, { body });
export const remove = (path, query) => request('DELETE', path, { query });

/* The text of one version of a file. */
export const content = (path, area, ref) => request('GET', '/content', { query: { path, area, ref }, text: true });

export const page = (name) => meta(name);
