/* Tab 流程图: where the case stands, with the way it has walked. */
import { ask, caseUrl, make, tab } from './lianping-kit.js';

let loading = null;
const viewer = () => {
  if (!loading) {
    loading = new Promise((resolve, reject) => {
      const script = make('script', { src: `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/scripts/bpmn-js/bpmn-navigated-viewer.production.min.js` });
      script.onload = () => resolve(window.BpmnJS);
      script.onerror = () => { loading = null; reject(new Error('流程图组件没有载入,请刷新页面后重试')); };
      document.head.append(script);
    });
  }
  return loading;
};

const mark = (canvas, registry, view) => {
  const passed = new Set(view.passed);
  view.passed.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'lp-passed'));
  view.current.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'lp-current'));
  const walked = new Set([...view.passed, ...view.current]);
  registry.filter((element) => element.waypoints && element.source && passed.has(element.source.id) && walked.has(element.target.id))
    .forEach((element) => canvas.addMarker(element.id, 'lp-passed'));
};

const draw = async (place, view) => {
  const BpmnJS = await viewer();
  place.replaceChildren();
  const shown = new BpmnJS({ container: place });
  await shown.importXML(view.xml);
  const canvas = shown.get('canvas');
  mark(canvas, shown.get('elementRegistry'), view);
  canvas.zoom('fit-viewport', 'auto');
};

/* The diagrams of one case, of which one is shown. */
export const diagramsOf = async (views, node) => {
  const place = make('div', { class: 'lp-diagram' });
  const choose = (view, button) => {
    node.querySelectorAll('.lp-diagrams button').forEach((one) => one.classList.toggle('active', one === button));
    return draw(place, view);
  };
  // the stage that the case stands in is what people come for, not what a colleague was asked beside it
  const stages = views.filter((view) => view.key !== 'consultation');
  const first = stages.filter((view) => !view.ended).pop() || stages[stages.length - 1];
  const buttons = views.map((view) => make('button', { type: 'button', class: 'btn btn-default btn-sm' }, `${view.name}${view.ended ? '(已结束)' : ''}`));
  buttons.forEach((button, i) => button.addEventListener('click', () => choose(views[i], button)));
  node.replaceChildren(
    make('p', { class: 'lp-diagrams' }, buttons),
    make('p', { class: 'lp-note' }, make('span', { class: 'lp-key lp-key-current' }), '当前位置 ', make('span', { class: 'lp-key lp-key-passed' }), '已经过'),
    place,
  );
  if (first) await choose(first, buttons[views.indexOf(first)]);
};

export const diagramPage = async (caseNo, node) => diagramsOf(await ask(caseUrl(caseNo, 'diagrams')), node);

export default tab('diagram', '流程图', 900, (node, { desk }) => diagramPage(desk.caseNo, node));
