import type { Obstacle } from '../../shared/consensus/statistic.ts';
import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** What scores look like in words, and the figures of divergence with their rules. */
export const statistics = {
  nobody: text('无人评分', 'nobody scored'),
  single: text('仅 1 位评分', 'only one score'),
  same: text('{n} 位给分相同', 'all {n} the same'),
  extremes: text(
    '{n} 位中 {full} 位满分、{none} 位零分',
    '{full} of {n} at the maximum, {none} at zero',
  ),
  belowHalf: text('{n} 位中 {below} 位低于一半', '{below} of {n} below half'),
  oneAbove: text('1 位明显偏高：{score}', 'one well above the others: {score}'),
  oneBelow: text('1 位明显偏低：{score}', 'one well below the others: {score}'),
  spread: text('{lowest} 至 {highest} 分', 'from {lowest} to {highest}'),

  figure: text('指标', 'Figure'),
  value: text('数值', 'Value'),
  n: text('n', 'n'),
  rule: text('算法', 'Rule'),
  details: text('全部统计与算法', 'All figures and their rules'),
  range: text('极差', 'Range'),
  rangeRule: text(
    '（最高分 − 最低分）÷ 分值；超过 20% 为有分歧，超过 40% 为分歧大。',
    '(highest − lowest) ÷ points; above 20% is divergence, above 40% wide divergence.',
  ),
  agreement: text('一致人数', 'Agreement'),
  agreementRule: text(
    '与中位数相差不超过一档（{step} 分）的人数。',
    'Experts within one step ({step}) of the median.',
  ),
  iqr: text('四分位距', 'IQR'),
  iqrRule: text(
    '上四分位 − 下四分位，同 Excel 的 QUARTILE.INC；仅作参考。',
    'Q3 − Q1, type 7 as QUARTILE.INC of Excel; secondary.',
  ),
  mean: text('平均分', 'Mean'),
  meanRule: text('得分之和 ÷ 人数。', 'Sum of the scores ÷ their number.'),
  sd: text('标准差', 'SD'),
  sdRule: text('样本标准差，除以 n − 1。', 'Sample standard deviation, over n − 1.'),
  cv: text('变异系数', 'CV'),
  cvRule: text('标准差 ÷ 平均分。', 'SD ÷ mean.'),
  rwg: text('r_wg', 'r_wg'),
  rwgRule: text(
    '1 − s² ÷ σ²，σ² ＝ 档距² ×（档数² − 1）÷ 12，低于 0 记作 0；0.70 以上为一致。',
    '1 − s² ÷ σ², σ² = step² × (options² − 1) ÷ 12, at least 0; .70 and more is agreement.',
  ),
  gap: text('最大留一差', 'Widest gap'),
  gapRule: text(
    '每位专家与其余专家平均分之差 ÷ 分值，取最大者；达到 20% 的在下方标明，并告知本人。',
    'The widest |score − mean of the others| ÷ points; from 20% on the expert is named below, and told.',
  ),
  apartAbove: text('高于其余均值 {gap}', '{gap} above the others'),
  apartBelow: text('低于其余均值 {gap}', '{gap} below the others'),
  ownAbove: text(
    '您的分数比其余专家的平均分高出分值的 {gap}，讨论时请准备说明。',
    'Your score is {gap} of the points above the mean of the others; be ready to explain it.',
  ),
  ownBelow: text(
    '您的分数比其余专家的平均分低了分值的 {gap}，讨论时请准备说明。',
    'Your score is {gap} of the points below the mean of the others; be ready to explain it.',
  ),

  concordance: text('专家之间的一致性', 'Agreement of the experts'),
  concordanceLine: text('W {w}，ICC(2,1) {icc}', 'W {w}, ICC(2,1) {icc}'),
  based: text(
    '{experts} 位专家 × {leaves} 项指标，均按得分率计算；有弃评或未评的指标不计入。',
    '{experts} experts × {leaves} indicators, on rates; indicators with an abstention or a missing score are left out.',
  ),
  w: text('肯德尔 W', "Kendall's W"),
  wRule: text(
    '12S ÷ [m²(n³ − n) − mΣT]，并列已校正（ΣT ＝ {ties}）；0 为毫无一致，1 为完全一致。',
    '12S ÷ [m²(n³ − n) − mΣT], corrected for ties (ΣT = {ties}); 0 is no agreement, 1 complete.',
  ),
  chi: text('χ²', 'χ²'),
  chiRule: text('m(n − 1)W，自由度 {df}。', 'm(n − 1)W with {df} degrees of freedom.'),
  chiP: text('χ² 的 p', 'p of χ²'),
  chanceRule: text(
    '各专家排序互不相关时出现这一结果的概率。',
    'The probability of this if the experts ranked at random.',
  ),
  f: text('F', 'F'),
  fRule: text(
    '(m − 1)W ÷ (1 − W)，自由度 {df1} 和 {df2}。',
    '(m − 1)W ÷ (1 − W) with {df1} and {df2} degrees of freedom.',
  ),
  fP: text('F 的 p', 'p of F'),
  fewRule: text(
    '同上；指标少于 8 项时以此为准。',
    'The same; the one to look at with fewer than 8 indicators.',
  ),
  icc1: text('ICC(2,1)', 'ICC(2,1)'),
  icc1Rule: text(
    '单个专家评分的可靠程度，绝对一致，Shrout & Fleiss；各指标相差不大时会偏低，不宜单独看。',
    'Reliability of a single expert, absolute agreement, Shrout & Fleiss; low where indicators differ little, never to be read alone.',
  ),
  icck: text('ICC(2,k)', 'ICC(2,k)'),
  icckRule: text(
    '{k} 位专家平均分的可靠程度，绝对一致。',
    'Reliability of the mean of the {k} experts, absolute agreement.',
  ),

  alternatives: text('合成规则比较', 'The policies side by side'),
  alternativesSay: text(
    '同一组分数按各规则合成，不计组长改定。本会的规则在开始评分时已冻结，仅供比较。',
    "The same scores under each policy, without the chair's changes. This panel's policy was frozen when scoring began; the others are for comparison only.",
  ),
  policy: text('规则', 'Policy'),
  thisLeaf: text('本项', 'This one'),
  own: text('本会采用', 'in force'),
  fallen: text('评分不足 5 个，同算术平均', 'fewer than five scores: the plain mean'),
  openLeaves: text('{n} 项无值', '{n} without a value'),
  otherGrade: text('等级不同', 'another grade'),

  selfGap: text('自评与小组', 'Self-assessment and panel'),
  selfAbove: text('自评高出 {gap} 分', 'self-assessment {gap} higher'),
  selfBelow: text('自评低 {gap} 分', 'self-assessment {gap} lower'),
  selfEqual: text('自评与小组相同', 'the same'),
  selfSay: text(
    '只比较既有自评又有小组得分的指标（{n} / {of} 项）；未定分的按合成值。',
    "Only indicators with both scores ({n} of {of}); undecided ones at the policy's value.",
  ),
  selfScore: text('自评', 'Self'),
  panelScore: text('小组', 'Panel'),
  difference: text('差', 'Gap'),
} satisfies Record<string, Text>;

/** Instead of a figure. */
export const OBSTACLES: Record<Obstacle, Text> = {
  'too-few': text('不可计算：评分太少', 'not computable: too few scores'),
  'mean-zero': text('不可计算：平均分为 0', 'not computable: the mean is 0'),
  'no-difference': text('不可计算：没有差别', 'not computable: nothing differs'),
  'uneven-grid': text('不可计算：评分档不等距', 'not computable: the steps are uneven'),
  unbounded: text('不可计算：完全一致', 'not computable: agreement is complete'),
};
