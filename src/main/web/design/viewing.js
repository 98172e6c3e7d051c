/* A version to look at: nothing can be changed here. */
import { content } from './server.js';
import { link, make, to } from './kit.js';
import { openEditor } from './editor/open.js';

export const show = async (host, { path, area, ref }) => {
  const text = await content(path, area, ref);
  const place = make('div', { class: 'canvas' });
  host.classList.add('full');
  host.replaceChildren(
    make('p', { class: 'crumbs' }, link('清单', to('list')), ' › ', link('历次版本', to('versions', { path, area })), ' › ', path),
    place);
  const editor = await openEditor(path, place, text, { readOnly: true });
  return async () => { editor.destroy(); return true; };
};
