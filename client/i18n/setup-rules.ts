import type { BasicKind } from '../../shared/rules/blank-rule.ts';
import type { RuleProblemCode } from '../../shared/rules/check-rule.ts';
import type { RuleProposal } from '../../shared/rules/propose.ts';
import type { Measure, Nature, StepRounding } from '../../shared/rules/terms.ts';
import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** What is wrong with a rule. `{actual}` and `{limit}` are what the problem's code says. */
export const RULE_PROBLEMS: Record<RuleProblemCode, Text> = {
  'maximum-off': text(
    '最多得 {actual} 分，与分值 {limit} 不符。',
    'gives {actual} at most; the points are {limit}.',
  ),
  empty: text('还没有内容，请至少填一条。', 'nothing in it yet; add a line.'),
  'label-empty': text('请写明文字。', 'give it words.'),
  'measure-unnamed': text(
    '请写明比率的名称、分子和分母。',
    'name the rate, its numerator and its denominator.',
  ),
  'amount-zero': text('分数、幅度和项数须大于 0。', 'amounts, steps and counts must be over 0.'),
  'amount-over': text('{actual} 分超过分值 {limit}。', '{actual} is more than the points {limit}.'),
  'range-reversed': text('下限 {actual} 高于上限 {limit}。', 'from {actual} is above to {limit}.'),
  'rows-not-falling': text(
    '{actual}% 应低于上一行的 {limit}%。',
    '{actual}% must be below {limit}% of the row above.',
  ),
  'row-points-rise': text(
    '{actual} 分高于上一行的 {limit} 分。',
    '{actual} is more than {limit} of the row above.',
  ),
};

export const ruleWords = {
  inPart: text('第 {n} 部分，', 'part {n}: '),
  inItem: text('第 {n} 条，', 'line {n}: '),
} satisfies Record<string, Text>;

/** What the secretary has to look at before confirming a proposal. */
export const DOUBTS: Record<RuleProposal['doubts'][number], Text> = {
  'rounding-unstated': text(
    '文中未写不足一档怎样计，暂按“不足一档按一档计”，请核定。',
    'How a begun step counts is not stated; taken as a whole one. Please settle it.',
  ),
  'from-unstated': text(
    '文中未写从多少开始扣分，暂按 100%，请核定。',
    'Where deductions begin is not stated; taken as 100%. Please settle it.',
  ),
  'count-unstated': text(
    '文中未写共有几项，暂按“满分 ÷ 每项分值”推算，请核定。',
    'The number of items is not stated; taken as maximum ÷ amount of one. Please settle it.',
  ),
  'otherwise-unstated': text(
    '文中未写不符合时得几分，暂按 0 分，请核定。',
    'What is given otherwise is not stated; taken as 0. Please settle it.',
  ),
  'times-hundred': text(
    '公式里的“×100”会把分数放大一百倍，已按百分比理解。',
    'The “× 100” of the formula would give a hundred times the points; read as percent.',
  ),
  'bound-excluded': text(
    '文中为“高于”，不含界值；规则按“达到”计，请核定。',
    'The text says “above”, without the bound itself; the rule includes it. Please settle it.',
  ),
  'scoring-unstated': text(
    '文中只写了比率的算法，没有写怎样计分，暂按“比率 × 分值”，请核定。',
    'The text defines the rate and not how it is scored; taken as rate × points.',
  ),
  adjustable: text(
    '文中允许综合考虑后调整；规则只算公式，专家可另写理由调整。',
    'The text allows adjustment; the rule computes the formula, experts may depart with a reason.',
  ),
};

export const RULE_KIND_WORDS: Record<BasicKind, Text> = {
  levels: text('按档给分', 'Levels'),
  range: text('分档，档内核定', 'Levels with ranges'),
  step: text('每差一档扣分', 'Step deduction'),
  'per-item': text('按满足的项数', 'Per item met'),
  threshold: text('按比率分段', 'Threshold table'),
  ratio: text('按比率折算', 'Ratio of the points'),
  discretionary: text('酌情扣分', 'Deductions at discretion'),
  composite: text('分几部分计分', 'Parts'),
};

export const NATURE_WORDS: Record<Nature, Text> = {
  objective: text('客观指标', 'Objective'),
  subjective: text('主观指标', 'Subjective'),
};

export const ROUNDING_WORDS: Record<StepRounding, Text> = {
  ceil: text('不足一档按一档计', 'A begun step counts'),
  floor: text('不足一档不计', 'A begun step is free'),
  linear: text('按比例折算', 'In proportion'),
};

export const MEASURE_WORDS: Record<Measure['of'], Text> = {
  project: text('项目的支出与预算', "The project's spending and budget"),
  money: text('其他金额', 'Other amounts of money'),
  count: text('人数、件数', 'People or things'),
};

export const ruleEditor = {
  rule: text('计分规则', 'Rule'),
  nature: text('指标性质', 'Nature'),
  natureHelp: text(
    '客观指标由事实决定，专家评分一致后才能定分。',
    'A fact decides an objective indicator: it can be decided only once the experts agree.',
  ),
  summary: text('{nature} · {rule}', '{nature} · {rule}'),
  none: text('未设规则', 'No rule'),
  readable: text('可按文字识别', 'Can be read from the text'),
  open: text('{name}：计分规则', '{name}: rule'),
  close: text('收起', 'Close'),
  pending: text(
    '{n} 项评分标准可识别出计分规则，须逐项核对后采用。',
    '{n} criteria state a rule; each is used only once you confirm it.',
  ),
  review: text('逐项核对', 'Go through them'),
  proposal: text('按文字识别', 'Read from the text'),
  readFrom: text('识别依据', 'Read from'),
  adopt: text('采用', 'Confirm'),
  adoptEdit: text('采用并修改', 'Confirm and edit'),
  discard: text('不采用', 'Discard'),
  unread: text(
    '没有从评分标准中识别出规则。可以自选一种，也可以不设规则，由专家直接评分。',
    'No rule was read from the criteria. Choose one, or leave it to the experts to score by hand.',
  ),
  choose: text('设定规则', 'Set a rule'),
  kind: text('计分方式', 'Kind'),
  edit: text('修改', 'Edit'),
  done: text('完成', 'Done'),
  reread: text('重新识别', 'Read again'),
  remove: text('删除规则', 'Remove the rule'),
  pointsFirst: text('请先填写分值。', 'Give the indicator its points first.'),

  option: text('第 {n} 档', 'Level {n}'),
  optionLabel: text('第 {n} 档：文字', 'Level {n}: words'),
  optionPoints: text('第 {n} 档：分', 'Level {n}: points'),
  optionLeast: text('第 {n} 档：下限', 'Level {n}: from'),
  optionMost: text('第 {n} 档：上限', 'Level {n}: to'),
  addOption: text('加一档', 'Add a level'),
  delete: text('删除', 'Delete'),
  deleteLine: text('删除第 {n} 条', 'Delete line {n}'),
  measureName: text('比率名称', 'Name of the rate'),
  measurePart: text('分子', 'Numerator'),
  measureWhole: text('分母', 'Denominator'),
  measureOf: text('数据', 'Figures'),
  side: text('方向', 'Direction'),
  below: text('低于界值扣分', 'Costs below the bound'),
  above: text('超过界值扣分', 'Costs above the bound'),
  from: text('界值（%）', 'Bound (%)'),
  every: text('每档（%）', 'Step (%)'),
  each: text('每档扣（分）', 'Points a step'),
  rounding: text('不足一档', 'A begun step'),
  most: text('最多扣（分）', 'At most'),
  count: text('共几项', 'Items'),
  eachItem: text('每项（分）', 'Points an item'),
  rowLeast: text('第 {n} 段：不低于（%）', 'Row {n}: at least (%)'),
  rowPoints: text('第 {n} 段：分', 'Row {n}: points'),
  rest: text('以下（分）', 'Below (points)'),
  addRow: text('加一段', 'Add a row'),
  usual: text('每次通常扣（分，可空）', 'Usual deduction (may be empty)'),
  partLabel: text('第 {n} 部分：名称', 'Part {n}: name'),
  partPoints: text('第 {n} 部分：分值', 'Part {n}: points'),
  addPart: text('加一部分', 'Add a part'),
  part: text('第 {n} 部分', 'Part {n}'),
  vetoOn: text('有不得分的情形', 'Some conditions give nothing'),
  condition: text('第 {n} 种情形', 'Condition {n}'),
  addCondition: text('加一种情形', 'Add a condition'),
  halfOn: text('某种情形按 50% 计分', 'Something halves the points'),
  halfShort: text('可按 50% 计分', 'may be halved'),
  separator: text('，', ', '),
  halfWhen: text('什么情形', 'When'),

  tryOut: text('试算', 'Try it'),
  tryRate: text('{name}（%），或写成“{part}/{whole}”', '{name} (%), or “{part}/{whole}”'),
  tryFacts: text('留空则用项目的支出与预算。', "Empty: the project's own spending and budget."),
  tryCount: text('满足几项', 'Items met'),
  tryChoice: text('符合哪一档', 'Which level'),
  tryValue: text('档内给分', 'Points in the range'),
  tryDeduction: text('扣分（可空）', 'Deduction (may be empty)'),
  tryReason: text('试算', 'Trial'),
  noChoice: text('（请选择）', '(choose)'),
  unreadable: text('看不懂这个数。', "This can't be read as a number."),
} satisfies Record<string, Text>;
