/* 变更说明 of a form: fields that came, went, moved or changed. */
import { leaves, turned } from './values.js';

const NAMES = {
  label: '名称', key: '标识', type: '类型', description: '说明', text: '文字', defaultValue: '默认值', 'validate.required': '必填', values: '选项', valuesKey: '选项来源',
  'conditional.hide': '隐藏条件', 'validate.maxLength': '最多字数', 'validate.minLength': '最少字数', 'validate.min': '最小值', 'validate.max': '最大值', 'validate.pattern': '格式', readonly: '只读', disabled: '停用', 'layout.columns': '列宽',
};

const fields = (components = [], parent = '') => components.flatMap((one, at) => [{ one, at, parent }, ...fields(one.components, one.id)]);

const idOf = ({ one }) => one.key || one.id;

const title = ({ one }) => `“${one.label || one.text?.slice(0, 20) || one.key || one.id}”`;

const called = (path) => NAMES[path.join('.')] || NAMES[path[0]] || path.join('.');

export const difference = async (before, after) => {
  const [old, now] = [fields(JSON.parse(before).components), fields(JSON.parse(after).components)];
  const find = (list, field) => list.find((one) => idOf(one) === idOf(field));
  const common = (list, other) => list.filter((one) => find(other, one)).map(idOf);
  const [oldOrder, newOrder] = [common(old, now), common(now, old)];
  const changes = [];
  old.filter((one) => !find(now, one)).forEach((one) => changes.push({ kind: 'removed', text: `删去栏目${title(one)}` }));
  now.forEach((one) => {
    const was = find(old, one);
    if (!was) { changes.push({ kind: 'added', text: `新增栏目${title(one)}${one.one.validate?.required ? '(必填)' : ''}` }); return; }
    const { components: _, id: __, ...a } = was.one;
    const { components: ___, id: ____, ...b } = one.one;
    leaves(a, b).filter(([path]) => path[0] !== 'layout' || path[1] !== 'row').forEach(([path, x, y]) => changes.push({ kind: 'changed', text: `栏目${title(one)}的${turned(called(path), x, y)}` }));
    if (was.parent !== one.parent || oldOrder.indexOf(idOf(one)) !== newOrder.indexOf(idOf(one))) changes.push({ kind: 'moved', text: `栏目${title(one)}换了位置` });
  });
  return changes;
};
