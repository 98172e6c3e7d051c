/* 流程设计 in the navigation: a page of its own, for those who may change the design. */
import { ask, base, make, pageUrl } from '../../tasklist/scripts/lianping-kit.js';

export default {
  id: 'lianping-design-entry', pluginPoint: 'cockpit.navigation', priority: 150,
  render: async (host) => {
    const { design } = await ask(`${base()}/me/pages`).catch(() => ({ design: false }));
    if (design) host.replaceChildren(make('a', { href: pageUrl('/design') }, '流程设计'));
  },
};
