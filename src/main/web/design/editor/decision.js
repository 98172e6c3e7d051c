/* 判定表: the table opens at once; what the table's own tools say in English is exchanged. */
import Modeler from 'dmn-js/lib/Modeler';
import Viewer from 'dmn-js/lib/Viewer';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import { make } from '../kit.js';
import { inChinese } from './form-words.js';

export const open = async (place, text, { readOnly = false } = {}) => {
  const container = make('div', { class: 'table-drawing' });
  place.replaceChildren(container);
  const modeler = readOnly ? new Viewer({ container }) : new Modeler({ container, keyboard: { bindTo: document } });
  await modeler.importXML(text);
  const table = modeler.getViews().find((view) => view.type === 'decisionTable');
  if (table) await modeler.open(table);
  const stop = inChinese(container);
  const stack = () => modeler.getActiveViewer().get('commandStack', false);
  let touched = false;
  return {
    content: async () => (touched ? (await modeler.saveXML({ format: true })).xml : text),
    onChange: (call) => {
      if (readOnly) return;
      modeler.getActiveViewer().get('eventBus').on('elements.changed', () => { touched = true; call(); });
    },
    undo: () => stack()?.undo(),
    redo: () => stack()?.redo(),
    destroy: () => { stop(); modeler.destroy(); },
  };
};
