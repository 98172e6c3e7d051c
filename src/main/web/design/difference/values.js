/* Words for values that changed. */
export const shown = (value) => {
  if (value === undefined || value === null || value === '') return '(空)';
  if (value === true) return '是';
  if (value === false) return '否';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

export const turned = (what, before, after) => `${what}由“${shown(before)}”改为“${shown(after)}”`;

/* What two trees differ in: [path, before, after]; lists are compared place by place. */
export const leaves = (before, after, path = []) => {
  if (before === after) return [];
  const tree = (one) => one !== null && typeof one === 'object';
  if (!tree(before) || !tree(after)) return [[path, before, after]];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => leaves(before[key], after[key], [...path, key]));
};
