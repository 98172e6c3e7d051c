/* Charts that can be read in black and white (patterns, not colours alone), each with its numbers as a table. */
import { make, table } from '../../tasklist/scripts/lianping-kit.js';

/* Fills and patterns of a chart's series, in their order. */
const COLOURS = ['#1d4e89', '#d98e32', '#7a8797', '#4f8a5b', '#9a4f6d', '#333f4d'];
const PATTERNS = [
  null,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.7)' },
  { symbol: 'circle', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.5, color: 'rgba(255,255,255,0.8)' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [4, 3], rotation: 0, color: 'rgba(255,255,255,0.6)' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: 'rgba(255,255,255,0.7)' },
  { symbol: 'triangle', dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [8, 4], symbolSize: 0.6, color: 'rgba(255,255,255,0.7)' },
];
const DASHES = ['solid', 'dashed', 'dotted'];
const TEXT = { fontSize: 12, color: '#1f2a37' };

let loading = null;
const library = () => {
  if (!loading) {
    loading = new Promise((resolve, reject) => {
      const script = make('script', { src: `${document.querySelector('base').getAttribute('app-root')}/app/cockpit/scripts/echarts/echarts.common.min.js` });
      script.onload = () => resolve(window.echarts);
      script.onerror = () => { loading = null; reject(new Error('图表组件没有载入,数字见下表')); };
      document.head.append(script);
    });
  }
  return loading;
};

const common = (label) => ({
  animation: false,
  aria: { enabled: true, label: { description: label } },
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true },
  legend: { top: 0, textStyle: TEXT, itemWidth: 22, itemHeight: 12, itemGap: 28 },
  grid: { left: 8, right: 24, top: 34, bottom: 4, containLabel: true },
});

const bar = ({ name, values }, i) => ({
  name, type: 'bar', data: values, barMaxWidth: 26,
  itemStyle: { color: COLOURS[i % COLOURS.length], decal: PATTERNS[i % PATTERNS.length] || undefined },
  label: { show: true, position: 'right', color: TEXT.color, fontSize: 11 },
});

const line = ({ name, values }, i) => ({
  name, type: 'line', data: values, symbol: ['circle', 'rect', 'triangle'][i % 3], symbolSize: 6,
  itemStyle: { color: COLOURS[i % COLOURS.length] }, lineStyle: { width: 2, type: DASHES[i % DASHES.length] },
});

const categories = (names) => ({ type: 'category', data: names, axisLabel: { ...TEXT, width: 150, overflow: 'truncate' }, axisTick: { show: false } });
const amounts = (unit, whole) => ({
  type: 'value', name: unit, nameTextStyle: TEXT, axisLabel: TEXT, minInterval: whole ? 1 : undefined, splitLine: { lineStyle: { color: '#e3e8ee' } },
});

/* Lying bars, the first category on top. */
export const bars = ({ label, names, series, whole = false }) => ({
  ...common(label),
  yAxis: { ...categories(names), inverse: true },
  xAxis: amounts('', whole),
  series: series.map(bar),
});

export const lines = ({ label, names, series, unit, whole = false }) => ({
  ...common(label),
  tooltip: { trigger: 'axis', confine: true },
  xAxis: categories(names),
  yAxis: amounts(unit, whole),
  series: series.map(line),
});

/* The chart and, to be opened below it, its numbers. `height` in pixels. */
export const chart = ({ title, option, height = 260, heads, rows }) => {
  const place = make('div', { class: 'lp-chart', role: 'img', 'aria-label': title, style: `height:${height}px` });
  const numbers = make('details', { class: 'lp-chart-numbers' }, make('summary', {}, '数据表'), table(heads, rows));
  library().then((echarts) => {
    let drawn = null;
    // told first when the place has come onto the page, and again whenever it changes
    const resized = new ResizeObserver(() => {
      if (!place.isConnected) {
        resized.disconnect();
        drawn?.dispose();
      } else if (drawn) {
        drawn.resize();
      } else {
        drawn = echarts.init(place, null, { renderer: 'svg' });
        // measured before it is drawn, so the typeface has to be named
        drawn.setOption({ ...option, textStyle: { fontFamily: getComputedStyle(place).fontFamily } });
      }
    });
    resized.observe(place);
  }).catch((e) => {
    place.replaceChildren(make('p', { class: 'lp-problem', role: 'alert' }, e.message));
    numbers.open = true;
  });
  return make('figure', { class: 'lp-figure' }, make('figcaption', {}, title), place, numbers);
};
