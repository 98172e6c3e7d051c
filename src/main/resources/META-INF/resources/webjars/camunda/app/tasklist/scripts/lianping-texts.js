/* The form library of Tasklist has its texts fixed in English; they are swapped as they appear. */
const FIXED = {
  'Field is required.': '请填写此项',
  'Date and time must both be entered.': '日期和时间都要填写',
  'Value is not a number.': '请填写数字',
  'Field must be a valid email.': '请填写有效的电子邮箱',
  'Nothing to show.': '没有内容',
  'No content to show.': '没有内容',
  'No results': '没有匹配的选项',
  'All values selected': '已全部选择',
  'Skip to search': '跳到搜索',
  Select: '请选择',
  Search: '搜索',
  'Add new': '增加',
  'Remove tag': '移除',
  Increment: '增加',
  Decrement: '减少',
  'Previous page': '上一页',
  'Next page': '下一页',
  'yyyy/mm/dd': '年/月/日',
  'mm/dd/yyyy': '月/日/年',
  '--:-- --': '时:分',
  '--:--': '时:分',
  Date: '日期',
  Time: '时间',
  'Click to remove sorting': '点击取消排序',
};
const PATTERNS = [
  [/^Field must match pattern .*$/, '格式不对'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1'],
  [/^Field must have minimum length of (.+)\.$/, '至少 $1 个字'],
  [/^Field must have maximum length of (.+)\.$/, '最多 $1 个字'],
  [/^Value is expected to be an integer.*$/, '应为整数'],
  [/^Value is expected to have at most (\d+) decimal.*$/, '最多 $1 位小数'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '最接近的有效值是 $1 和 $2'],
  [/^Remove list item (\d+)$/, '删除第 $1 项'],
  [/^Show all \((\d+)\)$/, '全部显示($1)'],
  [/^Show less$/, '收起'],
  [/^Click to sort by (.+) descending$/, '点击按“$1”降序排列'],
  [/^Click to sort by (.+) ascending$/, '点击按“$1”升序排列'],
  [/^(\d+)-(\d+) of (\d+)$/, '第 $1 至 $2 项,共 $3 项'],
];
const WEEKDAYS = { Sun: '日', Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六' };
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];
const ROOTS = '.fjs-container, .flatpickr-calendar';

const chinese = (text) => {
  const trimmed = text.trim();
  if (FIXED[trimmed]) return text.replace(trimmed, FIXED[trimmed]);
  if (WEEKDAYS[trimmed]) return text.replace(trimmed, WEEKDAYS[trimmed]);
  const month = MONTHS.indexOf(trimmed);
  if (month >= 0) return text.replace(trimmed, `${month + 1}月`);
  const found = PATTERNS.find(([pattern]) => pattern.test(trimmed));
  return found ? trimmed.replace(found[0], found[1]) : text;
};

const swapText = (node) => {
  const swapped = chinese(node.data);
  if (swapped !== node.data) node.data = swapped;
};

const swapAttributes = (element) => ATTRIBUTES.forEach((name) => {
  const value = element.getAttribute(name);
  const swapped = value && chinese(value);
  if (value && swapped !== value) element.setAttribute(name, swapped);
});

const swap = (root) => {
  if (root.nodeType === Node.TEXT_NODE) {
    if (root.parentElement && root.parentElement.closest(ROOTS)) swapText(root);
    return;
  }
  if (root.nodeType !== Node.ELEMENT_NODE || !(root.closest(ROOTS) || root.querySelector(ROOTS))) return;
  const inside = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(ROOTS);
  if (inside(root)) swapAttributes(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (inside(node)) {
      if (node.nodeType === Node.TEXT_NODE) swapText(node);
      else swapAttributes(node);
    }
  }
};

new MutationObserver((changes) => changes.forEach((change) => {
  if (change.type === 'childList') change.addedNodes.forEach(swap);
  else if (change.type === 'characterData') swap(change.target);
  else if (change.target.closest(ROOTS)) swapAttributes(change.target);
})).observe(document.documentElement, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
});
document.documentElement.lang = 'zh-CN';
