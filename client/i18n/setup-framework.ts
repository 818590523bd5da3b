import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The framework editor. */
export const editor = {
  title: text('指标体系名称', 'Title of the framework'),
  table: text('指标体系表', 'Framework table'),
  preset: text('参考体系', 'Reference framework'),
  load: text('载入', 'Load'),
  loadTitle: text('载入“{name}”？', 'Load “{name}”?'),
  loadWill: text(
    '将替换现有的 {n} 项指标及其自评；载入后可用“撤销”恢复。',
    'It replaces the {n} indicators that are there, and their self-assessment. “Undo” brings them back.',
  ),
  loadFailed: text(
    '未能载入，请检查网络后重试。',
    'It could not be loaded; check the network and try again.',
  ),
  loaded: text('已载入“{name}”，共 {n} 项。', '“{name}” was loaded: {n} indicators.'),
  columns: text('显示列', 'Columns'),

  tools: text('指标编辑', 'Edit indicators'),
  current: text('当前：{name}', 'Current: {name}'),
  noCurrent: text('点选一格后，可移动、增删。', 'Choose a cell to move, add or delete.'),
  unnamed: text('（未命名）', '(unnamed)'),
  addBeside: text('加同级', 'Add beside'),
  addInside: text('加下级', 'Add inside'),
  addFirst: text('加一级指标', 'Add on the first level'),
  moveUp: text('上移', 'Up'),
  moveDown: text('下移', 'Down'),
  outdent: text('升一级', 'Level up'),
  indent: text('降一级', 'Level down'),
  remove: text('删除', 'Delete'),
  undo: text('撤销', 'Undo'),
  redo: text('重做', 'Redo'),
  keys: text('快捷键', 'Keys'),
  keysList: text(
    'Tab 下一格 · Enter 下一行，末行增行 · Shift+Enter 格内换行 · Alt+↑↓ 移动 · Alt+←→ 升降级 · Alt+Enter 加同级 · Alt+Delete 删除 · Ctrl+Z 撤销 · Ctrl+Y 重做',
    'Tab next cell · Enter next row, or a new one after the last · Shift+Enter new line · Alt+↑↓ move · Alt+←→ change level · Alt+Enter add beside · Alt+Delete delete · Ctrl+Z undo · Ctrl+Y redo',
  ),
  removed: text('已删除“{name}”。', '“{name}” was deleted.'),
  removedWith: text(
    '已删除“{name}”及其下 {n} 项。',
    '“{name}” was deleted with {n} indicators in it.',
  ),
  cannotMove: text('不能再往这个方向移动。', "It can't be moved further that way."),
  pasted: text('已粘贴 {n} 格。', '{n} cells were pasted.'),
  pastedWhole: text(
    '已按表头读入 {n} 项指标，替换了原来的内容。',
    "Read {n} indicators by the table's head; they replace what was there.",
  ),
  unplaced: text('未能放入：{texts}', 'Not placed: {texts}'),

  empty: text(
    '还没有指标。可以载入一个参考体系，或在 Excel 里复制整张指标表，粘贴到下面；也可以逐个添加。',
    'No indicators yet. Load a reference framework, or copy a whole table in Excel and paste it below, or add them one by one.',
  ),
  pasteHere: text('在此粘贴 Excel 表格', 'Paste a table from Excel here'),
  total: text('合计', 'Total'),
  totalOf: text('/ 100', '/ 100'),
  totalShort: text('还差 {n} 分', '{n} short'),
  totalOver: text('超出 {n} 分', '{n} over'),
  selfTotal: text('自评合计 {n}', 'Self-assessment {n}'),

  level: text('{n}级指标', 'Level {n}'),
  points: text('分值', 'Points'),
  worth: text('小计', 'Subtotal'),
  adopt: text('改为 {n}', 'Make it {n}'),
  drag: text('拖动：{name}', 'Drag: {name}'),
  cell: text('{name}：{field}', '{name}: {field}'),
  nameField: text('名称', 'name'),
} satisfies Record<string, Text>;

export const LEAF_FIELD_WORDS = {
  points: text('分值', 'Points'),
  criteria: text('评分标准', 'Criteria'),
  explanation: text('指标说明', 'Explanation'),
  responsible: text('责任单位', 'Responsible unit'),
  step: text('评分档', 'Step'),
  selfScore: text('自评得分', 'Self-assessment'),
  selfReason: text('自评说明', 'Self-assessment reason'),
} satisfies Record<string, Text>;

/** 一级 … 四级: Chinese counts levels in words. */
export const LEVEL_NUMERALS: readonly Text[] = ['一', '二', '三', '四', '五', '六'].map(
  (zh, index) => text(zh, String(index + 1)),
);
