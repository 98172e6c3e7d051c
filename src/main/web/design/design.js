/* 流程设计: which view the address asks for. Views are loaded when they are first shown. */
import './design.css';
import { make, problem } from './kit.js';

const VIEWS = {
  list: { title: '清单', tab: true, load: () => import('./catalogue.js') },
  change: { title: '修改方案', load: () => import('./change.js') },
  edit: { title: '编辑', load: () => import('./editor.js') },
  drafts: { title: '历次草稿', load: () => import('./drafts.js') },
  view: { title: '查看', load: () => import('./viewing.js') },
  versions: { title: '历次版本', load: () => import('./versions.js') },
  compare: { title: '比较', load: () => import('./compare.js') },
  rehearsal: { title: '试运行报告', load: () => import('./rehearsal.js') },
  migrations: { title: '在办件迁移', tab: true, load: () => import('./migrations.js') },
  migrate: { title: '迁移方案', load: () => import('./migrate.js') },
  repairs: { title: '个案修正', tab: true, load: () => import('./repairs.js') },
};

const wanted = () => {
  const [name, query = ''] = window.location.hash.replace(/^#\/?/, '').split('?');
  return { name: VIEWS[name] ? name : 'list', parameters: Object.fromEntries(new URLSearchParams(query)) };
};

const host = document.querySelector('#view');
const tabs = document.querySelector('#tabs');

/* What the shown view has to do before another is shown; an editor may ask first. */
let leave = null;
let shownHash = window.location.hash;
let turn = 0;

const drawTabs = (name) => tabs.replaceChildren(...Object.entries(VIEWS).filter(([, view]) => view.tab).map(([id, view]) => (
  make('a', { href: `#/${id}`, 'aria-current': id === name ? 'page' : null }, view.title))));

const draw = async () => {
  if (leave && !(await leave())) {
    window.history.replaceState(null, '', shownHash || '#/list');
    return;
  }
  leave = null;
  shownHash = window.location.hash;
  turn += 1;
  const mine = turn;
  const { name, parameters } = wanted();
  drawTabs(name);
  document.title = `${VIEWS[name].title} · 流程设计 - 联评`;
  const body = make('div', { class: `view view-${name}`, 'aria-busy': 'true' }, make('p', { class: 'note' }, '正在载入…'));
  host.replaceChildren(body);
  try {
    const { show } = await VIEWS[name].load();
    const left = await show(body, parameters, { again: draw, gone: () => mine !== turn });
    if (mine === turn) leave = left || null;
    else left?.();
  } catch (error) {
    if (mine === turn) body.replaceChildren(problem(error), make('p', {}, make('a', { href: '#/list' }, '回到清单')));
  }
  body.removeAttribute('aria-busy');
};

window.addEventListener('hashchange', draw);
draw();
