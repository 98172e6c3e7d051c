/* Chinese words of the drawing tools: those of bpmn-js-i18n, then our own where it has none or another word. */
import zh from 'bpmn-js-i18n/translations/zn.js';
import { OWN } from './chinese-words.js';

const words = { ...zh, ...OWN };

export const translate = (template, replacements = {}) => (
  (words[template] || template).replace(/{([^}]+)}/g, (_, key) => (key in replacements ? translate(String(replacements[key])) : `{${key}}`)));

export const chinese = { translate: ['value', translate] };
