/*
 * The editor of a file's kind. Every editor answers
 * { content(), onChange(call), select(element), mark(problems), undo(), redo(), fit(), destroy() };
 * what a kind has no use for is left out.
 */
export const openEditor = async (path, place, text, options = {}) => {
  if (path.endsWith('.bpmn')) return (await import('./diagram.js')).open(place, text, options);
  if (path.endsWith('.form')) return (await import('./form.js')).open(place, text, options);
  if (path.endsWith('.dmn')) return (await import('./decision.js')).open(place, text, options);
  return (await import('./policy.js')).open(place, text, options);
};
