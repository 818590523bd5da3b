import type { Role } from '../../shared/import/roles.ts';
import type { RowUse } from '../../shared/import/rows.ts';
import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Tables that come in: the framework, a self-assessment, the experts. */
export const importWords = {
  framework: text('从 Excel 导入', 'Import from Excel'),
  people: text('从名单导入', 'Import a list'),
  drop: text('松手即读入', 'Drop to read it'),
  help: text('.xlsx 或 .csv，也可把文件拖到这里', '.xlsx or .csv; or drop the file here'),
  template: text('下载空白模板', 'Download a blank template'),
  reading: text('正在读取“{name}” …', 'Reading “{name}” …'),
  stop: text('停止', 'Stop'),
  failed: text('“{name}”没有读入：{why}', '“{name}” was not read: {why}'),
  tooLarge: text('文件超过 10 MB。', 'The file is larger than 10 MB.'),

  preview: text('导入预览', 'Preview of the import'),
  peoplePreview: text('名单预览', 'Preview of the list'),
  from: text('来自“{name}”', 'From “{name}”'),
  pasted: text('粘贴的表格', 'the pasted table'),
  understood: text('读到 {n} 项指标，合计 {sum} 分。', '{n} indicators, {sum} points together.'),
  nothing: text('没有读到指标。', 'No indicator was found.'),
  sheet: text('工作表', 'Sheet'),
  hiddenSheet: text('{name}（隐藏）', '{name} (hidden)'),

  doubts: text('请核对（{n}）', 'Please check ({n})'),
  notes: text('说明（{n}）', 'Notes ({n})'),
  noDoubts: text('没有疑问。', 'Nothing is in doubt.'),
  look: text('看 {cell}', 'Look at {cell}'),

  tree: text('读出的指标', 'What was read'),
  grid: text('原表', 'The sheet'),
  gridHelp: text(
    '方向键移动，点指标看出处',
    'Arrow keys move; choose an indicator to see its cell',
  ),
  column: text('{column} 列是', 'Column {column} is'),
  rowNumber: text('行', 'Row'),
  more: text('只显示前 {n} 行。', 'Only the first {n} rows are shown.'),
  moreNodes: text('只显示前 {n} 项。', 'Only the first {n} are shown.'),
  moreDoubts: text('另有 {n} 条，改正后再列出。', '{n} more are listed once these are corrected.'),
  selfScore: text('自评 {n}', 'self {n}'),
  noPoints: text('无分值', 'no points'),

  cell: text('单元格 {cell}', 'Cell {cell}'),
  noCell: text(
    '点选一格，可看它读作什么，也可改正。',
    'Choose a cell to see how it is read, or to correct it.',
  ),
  original: text('原文：{text}', 'The sheet says: {text}'),
  restore: text('恢复原文', 'As in the sheet'),
  skip: text('不读第 {n} 行', 'Leave row {n} out'),
  unskip: text('读第 {n} 行', 'Read row {n}'),
  asHead: text('表头从第 {n} 行起', 'The head starts in row {n}'),

  also: text('同时采用', 'Take over, too'),
  title: text('指标体系名称：{value}', 'Title of the framework: {value}'),
  fact: text('{field}：{value}', '{field}: {value}'),
  now: text('（现为：{value}）', '(now: {value})'),
  mode: text('采用什么', 'What to take over'),
  modeFramework: text('指标体系和自评', 'The framework and its self-assessment'),
  modeSelf: text(
    '只采用自评（{n} 项对上现有指标）',
    'The self-assessment only ({n} match indicators that are there)',
  ),
  unmatched: text('对不上的不采用：{names}', 'Without a match, not taken: {names}'),

  willAdd: text('采用后写入 {n} 项指标。', 'It writes {n} indicators.'),
  willReplace: text(
    '采用后替换现有的 {n} 项指标及其自评；位置和名称相同的保留佐证，可用“撤销”恢复。',
    'It replaces the {n} indicators that are there, and their self-assessment. Those with the same place and name keep their evidence; “Undo” brings all back.',
  ),
  willAssess: text(
    '采用后替换现有自评，指标不变；可用“撤销”恢复。',
    'It replaces the self-assessment that is there; the indicators stay. “Undo” brings it back.',
  ),
  adopt: text('采用', 'Take over'),
  drop2: text('放弃', 'Discard'),
  adopted: text('已采用“{name}”，共 {n} 项。', '“{name}” was taken over: {n} indicators.'),
  adoptedSelf: text('已采用 {n} 项自评。', '{n} self-assessments were taken over.'),

  peopleFound: text('名单上有 {n} 人。', 'The list has {n} people.'),
  peopleHelp: text(
    '电话、身份证号等不会读入。也可把 Excel 里的名单粘贴到下面任一格。',
    'Phone numbers and the like are not read. A list can also be pasted from Excel into any field below.',
  ),
  peopleWill: text(
    '采用后：填入 {filled} 个未命名的席位，更新 {updated} 位同名专家，新增 {added} 位。',
    'It fills {filled} seats without a name, updates {updated} experts of the same name and adds {added}.',
  ),
  peopleLeft: text(
    '席位不够，最后 {n} 人不采用。',
    'There are not enough seats; the last {n} are left out.',
  ),
  peopleAdopted: text('已采用名单，共 {n} 人。', 'The list was taken over: {n} people.'),
} satisfies Record<string, Text>;

export const ROLE_WORDS: Record<Role, Text> = {
  level1: text('一级指标', 'Level 1'),
  level2: text('二级指标', 'Level 2'),
  level3: text('三级指标', 'Level 3'),
  level4: text('四级指标', 'Level 4'),
  weight1: text('一级分值', 'Points of level 1'),
  weight2: text('二级分值', 'Points of level 2'),
  weight3: text('三级分值', 'Points of level 3'),
  weight4: text('四级分值', 'Points of level 4'),
  points: text('分值', 'Points'),
  criteria: text('评分标准', 'Criteria'),
  explanation: text('指标说明', 'Explanation'),
  responsible: text('责任单位', 'Responsible unit'),
  step: text('评分档', 'Step'),
  selfScore: text('自评得分', 'Self-assessment'),
  selfReason: text('自评说明', 'Self-assessment reason'),
  ignored: text('不读', 'Not read'),
};

/** In place of `level1`, where one column holds the names of all levels. */
export const ALL_LEVELS = text('各级指标', 'All levels');

/** Rows that are no indicator, in the margin of the sheet. */
export const ROW_WORDS: Record<RowUse, Text | null> = {
  before: null,
  head: text('表头', 'head'),
  indicator: null,
  more: text('续', 'goes on'),
  total: text('合计', 'total'),
  note: text('说明', 'note'),
  hidden: text('隐藏', 'hidden'),
  'left-out': text('不读', 'left out'),
  unplaced: text('未读', 'not read'),
  blank: null,
  after: null,
};
