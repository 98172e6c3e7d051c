/* Whoever has left, or whose session has ended, is taken to the platform's login page instead of Tasklist's own. */
import { base } from './lianping-kit.js';

const follow = () => {
  if (window.location.hash.startsWith('#/login')) {
    window.location.replace(base().replace(/\/camunda\/api\/lianping$/, '/login?logout'));
  }
};

window.addEventListener('hashchange', follow);
follow();
