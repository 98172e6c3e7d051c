/* A case step by step on the diagram: play, pause, forward, back; who did what stands beside. */
import { button, make, note, when } from './kit.js';

const PACE = 900;

export const stepper = async (host, { title, steps, textOf, flows, marks }) => {
  const { open } = await import('./editor/diagram.js');
  const canvas = make('div', { class: 'canvas' });
  const told = make('p', { class: 'told-step', 'aria-live': 'polite' });
  const slider = make('input', { type: 'range', min: 0, max: Math.max(0, steps.length - 1), value: 0, 'aria-label': '步骤', oninput: () => { at = Number(slider.value); draw(); } });
  let at = 0;
  let timer = 0;
  let editor = null;
  let key = null;
  let turn = 0;
  const pause = () => { clearInterval(timer); timer = 0; playing.textContent = '播放'; };
  const go = (by) => { at = Math.min(steps.length - 1, Math.max(0, at + by)); draw(); };
  const playing = button('播放', () => {
    if (timer) { pause(); return; }
    playing.textContent = '暂停';
    if (at === steps.length - 1) at = -1;
    timer = setInterval(() => { if (at >= steps.length - 1) pause(); else go(1); }, PACE);
  }, { class: 'primary' });
  const load = async (wanted) => {
    if (wanted === key) return;
    turn += 1;
    const mine = turn;
    const text = await textOf(wanted);
    if (mine !== turn) return;
    editor?.destroy();
    editor = null;
    key = wanted;
    canvas.replaceChildren();
    if (!text) { canvas.replaceChildren(note('这一步不在流程图上。')); return; }
    editor = await open(canvas, text, { readOnly: true });
    const view = editor.modeler.get('canvas');
    flows(wanted).forEach((flow) => { if (editor.modeler.get('elementRegistry').get(flow.id)) view.addMarker(flow.id, marks[flow.state]); });
  };
  const draw = async () => {
    const step = steps[at];
    slider.value = at;
    told.replaceChildren(make('strong', {}, `${at + 1} / ${steps.length} ${step.name || step.element}`), ` ${when(step.at)} ${step.who || '平台'}:${step.what}`);
    await load(step.diagram);
    if (!editor || step !== steps[at]) return;
    const registry = editor.modeler.get('elementRegistry');
    const view = editor.modeler.get('canvas');
    registry.forEach((one) => view.removeMarker(one, 'lp-here'));
    if (registry.get(step.element)) { view.addMarker(step.element, 'lp-here'); editor.select(step.element); }
  };
  host.replaceChildren(make('section', { class: 'part' }, make('h2', {}, `逐步看:${title}`),
    make('p', { class: 'bar' }, playing, button('上一步', () => { pause(); go(-1); }), button('下一步', () => { pause(); go(1); }), slider), told, canvas));
  await draw();
  return { destroy: () => { clearInterval(timer); editor?.destroy(); } };
};
