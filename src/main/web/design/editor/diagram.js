/* 流程图: the modeler of Camunda 7 with its properties panel, in Chinese, and the platform's own group 联评 in it. */
import Modeler from 'camunda-bpmn-js/lib/camunda-platform/Modeler';
import Viewer from 'camunda-bpmn-js/lib/camunda-platform/NavigatedViewer';
import 'camunda-bpmn-js/dist/assets/camunda-platform-modeler.css';
import { make } from '../kit.js';
import { vocabulary } from './vocabulary.js';
import { chinese } from './chinese.js';
import { ownGroup } from './own-group.js';
import { onlyWhatRuns } from './only-what-runs.js';

const MARKS = { ERROR: 'lp-error', WARNING: 'lp-warning' };

/* The element a problem names may be a definition inside the one that is drawn. */
const drawn = (registry, id) => {
  const element = registry.get(id);
  if (element) return element;
  return registry.find((one) => {
    const extensions = one.businessObject?.extensionElements?.values || [];
    const inner = [...(one.businessObject?.eventDefinitions || []), ...extensions,
      ...extensions.flatMap((each) => each.eventDefinitions || [])];
    return inner.some((each) => each.id === id);
  });
};

export const open = async (place, text, { readOnly = false, change = null } = {}) => {
  const canvas = make('div', { class: 'drawing' });
  const panel = make('div', { class: 'panel' });
  place.classList.toggle('with-panel', !readOnly);
  place.replaceChildren(canvas, readOnly ? '' : panel);
  const modeler = readOnly
    ? new Viewer({ container: canvas, additionalModules: [chinese] })
    : new Modeler({
      container: canvas,
      propertiesPanel: { parent: panel, tooltip: {} },
      keyboard: { bind: true },
      disableAdjustOrigin: true,
      additionalModules: [chinese, onlyWhatRuns, ownGroup(await vocabulary(change))],
    });
  await modeler.importXML(text);
  const registry = modeler.get('elementRegistry');
  const view = modeler.get('canvas');
  const fit = () => { view.zoom('fit-viewport', 'auto'); };
  fit();
  const select = (id) => {
    const element = drawn(registry, id);
    if (!element) return;
    modeler.get('selection').select(element);
    view.scrollToElement?.(element, 120);
  };
  const mark = (problems) => {
    registry.forEach((element) => Object.values(MARKS).forEach((marker) => view.removeMarker(element, marker)));
    problems.forEach((problem) => {
      const element = drawn(registry, problem.element);
      if (element) view.addMarker(element, MARKS[problem.severity]);
    });
  };
  return {
    modeler,
    content: async () => {
      if (readOnly) return text;
      const stack = modeler.get('commandStack');
      // another layout of the same XML is no change
      if (!stack.canUndo()) return text;
      return (await modeler.saveXML({ format: true })).xml;
    },
    onChange: (call) => { if (!readOnly) modeler.on('commandStack.changed', call); },
    select,
    mark,
    undo: () => modeler.get('commandStack').undo(),
    redo: () => modeler.get('commandStack').redo(),
    fit,
    destroy: () => modeler.destroy(),
  };
};
