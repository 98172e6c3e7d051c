/* What both diagrams of Cockpit share: a mark on an element, which tells more when it is pointed at or focused. */
import { make } from '../../tasklist/scripts/lianping-kit.js';

/* The window beside the pointer; one for each diagram. */
export class Tooltip {
  constructor(viewer) {
    this.container = viewer.get('canvas').getContainer();
    this.node = make('div', { class: 'lp-tooltip', role: 'tooltip', hidden: true });
    this.container.append(this.node);
    this.texts = new Map();
    const events = viewer.get('eventBus');
    events.on('element.hover', ({ element, gfx }) => { if (this.texts.has(element.id)) this.show(element.id, gfx); });
    events.on('element.out', () => this.hide());
  }

  /* What is told of an element: a title and lines of a name and a value. */
  tell(id, title, lines) {
    this.texts.set(id, { title, lines });
  }

  clear() {
    this.texts.clear();
    this.hide();
  }

  show(id, beside) {
    const { title, lines } = this.texts.get(id);
    this.node.replaceChildren(make('b', {}, title), make('dl', {}, lines.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)])));
    this.node.hidden = false;
    const [place, all] = [beside.getBoundingClientRect(), this.container.getBoundingClientRect()];
    // at the side, so that what is pointed at can still be seen
    const right = place.right - all.left + 10;
    const left = right + this.node.offsetWidth > all.width ? place.left - all.left - this.node.offsetWidth - 10 : right;
    const top = Math.min(place.top - all.top, all.height - this.node.offsetHeight - 4);
    this.node.style.left = `${Math.max(4, left)}px`;
    this.node.style.top = `${Math.max(4, top)}px`;
  }

  hide() {
    this.node.hidden = true;
  }
}

/* A number on the upper right corner of an element; `address` is where it leads, null where nowhere. */
export const badge = (viewer, tooltip, id, text, className, address) => {
  const hover = { onmouseenter: (e) => tooltip.show(id, e.currentTarget), onmouseleave: () => tooltip.hide(), onfocus: (e) => tooltip.show(id, e.currentTarget), onblur: () => tooltip.hide() };
  const { title, lines } = tooltip.texts.get(id);
  const label = `${title}:${lines.map((line) => line.join(' ')).join(',')}`;
  const node = make(address ? 'a' : 'span', { class: `lp-mark-badge ${className}`, href: address, tabindex: '0', 'aria-label': label, ...hover }, text);
  viewer.get('overlays').add(id, 'lianping', { position: { top: -10, right: 0 }, scale: { min: 1 }, html: node });
};

export const unmark = (viewer, classes) => {
  viewer.get('overlays').remove({ type: 'lianping' });
  const canvas = viewer.get('canvas');
  viewer.get('elementRegistry').forEach((element) => classes.forEach((name) => {
    if (canvas.hasMarker(element.id, name)) canvas.removeMarker(element.id, name);
  }));
};
