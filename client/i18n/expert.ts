import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The expert's page before and after scoring. */
export const expert = {
  notStarted: text('评审会尚未开始', 'The panel has not started yet'),
  notStartedSays: text(
    '您已进入席位，请稍候。组长开始评分后，评分表会自动出现在这里。',
    'You are in. Your scorecard appears here by itself when the scoring starts.',
  ),
  department: text('主管部门', 'Department'),
  unit: text('实施单位', 'Implementing unit'),
  period: text('项目周期', 'Period'),
  joined: text('{n} / {of} 位专家已到场', '{n} / {of} experts are here'),

  revealed: text('评分已揭示', 'The scores are revealed'),
  revealedSays: text(
    '评分表不再改动。组长正在逐项定分，结果会随时更新。',
    'Scorecards no longer change. The chair decides one indicator after another.',
  ),
  tooLate: text(
    '组长已揭示，这项改动来得太晚，没有计入。可复制后在讨论中提出。',
    'The chair had revealed: this came too late and does not count. Copy it and bring it up in the discussion.',
  ),
  leftOut: text(
    '揭示时您的评分表尚未交卷，不计入合成。',
    'Your card was not handed in at the reveal and does not count.',
  ),
  discussing: text('正在讨论：{name}', 'Under discussion: {name}'),
  comparison: text('我的评分与评审组', 'My scores and the panel'),
  comparisonOf: text('查看揭示的评分', 'See the revealed scores'),
  own: text('我的评分', 'My score'),
  panelScores: text('各专家评分', 'Scores of the panel'),
  policyValue: text('合成值', 'Policy value'),
  rule: text('{rule}，{n} 人', '{rule}, n = {n}'),
  divergence: text('分歧', 'Divergence'),
  decided: text('定分', 'Decided'),
  undecided: text('未定', 'Open'),
  reasons: text('理由', 'Reasons'),
  ofIndicator: text('：{name}', ': {name}'),
  noReasons: text('没有人写明理由。', 'Nobody gave a reason.'),
  decidedCount: text('已定 {n} / {of}', '{n} / {of} decided'),
  decidedSum: text('已定分合计 {total}', 'Decided so far {total}'),
  openPanel: text(
    '公开评分：目前的分数（随评分更新）',
    'Open scoring: the scores so far (they follow the scoring)',
  ),

  finalSheet: text('小组意见表', 'Consensus sheet'),
  gradeBands: text('等级标准：{bands}', 'Bands: {bands}'),
  band: text('{name} ≥ {min}', '{name} ≥ {min}'),
  lastBand: text('{name} < {max}', '{name} < {max}'),
  bandSeparator: text('，', ', '),
  concludedAt: text('{time} 形成结论', 'Concluded at {time}'),

  pleaseSign: text(
    '评审会已形成结论，请核对小组意见表后签字。',
    'The panel has concluded. Check the sheet, then sign.',
  ),
  toSigning: text('前往签字', 'Go to the signatures'),
  signing: text('签字', 'Signatures'),
  signingSays: text(
    '请核对小组意见表后签字。如不同意其中内容，可写明保留意见后签字，保留意见将随结果一并保存。',
    'Check the consensus sheet, then sign. If you disagree, sign with a dissent; it is kept with the result.',
  ),
  inkHint: text(
    '可在横线上用手指、笔或鼠标签名，签名将随结果打印；不手写，直接点“签字”同样有效。',
    'You may sign on the line with finger, pen or mouse; it is printed with the result. Without it, “Sign” counts just the same.',
  ),
  inkEmpty: text('手写签名区：空白', 'Signature pad: empty'),
  inkDrawn: text('手写签名区：已签名', 'Signature pad: signed'),
  inkUndo: text('撤销一笔', 'Undo a stroke'),
  inkClear: text('清除重写', 'Clear'),
  inkFull: text('已写满，请撤销或清除后重写。', 'No room left; undo or clear, then go on.'),
  sign: text('签字', 'Sign'),
  signTitle: text('签字确认？', 'Sign?'),
  signConfirm: text(
    '签字后不能撤回。您确认总分 {total}，等级“{grade}”。',
    'A signature cannot be taken back. You confirm the total {total}, grade “{grade}”.',
  ),
  withDissent: text('保留意见', 'Dissent'),
  dissentHint: text(
    '写明您不同意的指标和理由；随结果一并打印。',
    'Say what you disagree with and why; it is printed with the result.',
  ),
  signDissent: text('签字并保留意见', 'Sign with dissent'),
  addDissent: text('我有保留意见', 'I have a dissent'),
  noDissent: text('不写保留意见', 'No dissent'),
  signedAt: text('已签字 {time}', 'Signed {time}'),
  signedDissent: text('已签字 {time}，保留意见', 'Signed {time} with a dissent'),
  unsigned: text('未签字', 'Not signed'),
  signedCount: text('{n} / {of} 已签字', '{n} / {of} signed'),
  youSigned: text('您已签字。', 'You have signed.'),

  sealed: text('结果已封存', 'The result is sealed'),
  sealedSays: text(
    '封存于 {time}，内容不再改动。日志链首：',
    'Sealed at {time}; nothing changes any more. Head of the hash chain:',
  ),
  toResult: text('查看结果', 'See the result'),
} satisfies Record<string, Text>;
