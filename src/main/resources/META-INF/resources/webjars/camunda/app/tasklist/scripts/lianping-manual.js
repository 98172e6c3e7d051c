/* 使用手册: opens beside the work, at the page of one's own role. */
import { make, pageUrl } from './lianping-kit.js';

export const manualLink = () => make('a', { class: 'lp-navbar', href: pageUrl('/manual'), target: '_blank', rel: 'noopener' }, '使用手册');

export default {
  id: 'lianping-manual',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  render: (node) => {
    node.replaceChildren(manualLink());
  },
};
