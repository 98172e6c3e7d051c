/* 表单: the form editor in the very version whose forms the task list can show. */
import { FormEditor } from '@bpmn-io/form-js-editor';
import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-editor/dist/assets/properties-panel.css';
import '@bpmn-io/form-js-editor/dist/assets/dragula.css';
import { make } from '../kit.js';
import { inChinese } from './form-words.js';

const all = (components = []) => components.flatMap((one) => [one, ...all(one.components)]);

export const open = async (place, text, { readOnly = false } = {}) => {
  const schema = JSON.parse(text);
  const container = make('div', { class: 'form-drawing' });
  place.replaceChildren(container);
  if (readOnly) {
    const form = new Form({ container });
    await form.importSchema(schema);
    form.setProperty?.('readOnly', true);
    const stop = inChinese(container);
    return { content: async () => text, onChange: () => {}, select: () => {}, destroy: () => { stop(); form.destroy(); } };
  }
  const editor = new FormEditor({ container });
  await editor.importSchema(schema);
  const stop = inChinese(container);
  let touched = false;
  const select = (key) => {
    const field = all(editor.saveSchema().components).find((one) => one.key === key || one.id === key);
    if (field) editor.get('selection').set(editor.get('formFieldRegistry').get(field.id));
  };
  return {
    editor,
    content: async () => {
      if (!touched) return text;
      const { exporter, ...saved } = editor.saveSchema();
      return `${JSON.stringify(saved, null, 2)}\n`;
    },
    onChange: (call) => editor.on('commandStack.changed', () => { touched = true; call(); }),
    select,
    undo: () => editor.get('commandStack').undo(),
    redo: () => editor.get('commandStack').redo(),
    destroy: () => { stop(); editor.destroy(); },
  };
};
