/* 使用手册: opens beside the work, at the page of one's own role. */
import { base, make } from './lianping-kit.js';

const address = () => base().replace(/\/camunda\/api\/lianping$/, '/manual');

export default {
  id: 'lianping-manual',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  render: (node) => {
    node.replaceChildren(make('a', { class: 'lp-navbar', href: address(), target: '_blank', rel: 'noopener' }, '使用手册'));
  },
};
