import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The chair's console, and the deliberation that the secretary shares. */
export const chair = {
  console: text('组长台', "Chair's console"),
  ownCard: text('我的评分表', 'My scorecard'),
  views: text('评分表与组长台', 'Scorecard and console'),
  phases: text('评审进程', 'Phases'),

  people: text('专家到场', 'Experts here'),
  here: text('已到场', 'Here'),
  away: text('未到场', 'Not here yet'),
  hereCount: text('{n} / {of} 已到场', '{n} / {of} are here'),
  startScoring: text('开始评分', 'Start scoring'),
  startTitle: text('开始评分？', 'Start scoring?'),
  startFreezes: text(
    '指标体系、专家名单和合成规则从此不再改动。合成规则：{policy}。',
    'The framework, the experts and the policy are frozen from now on. Policy: {policy}.',
  ),
  startAway: text(
    '尚未到场：{names}。他们稍后仍可进入并评分。',
    'Not here yet: {names}. They can still join and score later.',
  ),
  waitReady: text(
    '秘书完成准备后，由组长或秘书开始评分。',
    'When the setup is complete, the chair or the secretary starts the scoring.',
  ),
  setupOpen: text(
    '准备尚未完成，还有 {n} 处需要秘书补齐。',
    'The setup is not complete: the secretary still has {n} places to mend.',
  ),

  progress: text('交卷情况', 'Who has finished'),
  finished: text('已交卷', 'Handed in'),
  scoring: text('评分中', 'Scoring'),
  notJoined: text('未到场', 'Not here yet'),
  blindUntilReveal: text(
    '揭示之前，谁也看不到别人的分数。',
    "Until the reveal nobody sees another's scores.",
  ),
  openScoring: text('公开评分：目前的分数', 'Open scoring: the scores so far'),
  reveal: text('揭示', 'Reveal'),
  revealTitle: text('现在揭示？', 'Reveal now?'),
  revealWithout: text(
    '{n} / {of} 已交卷，将不含：{names}。',
    '{n} / {of} have handed in; without: {names}.',
  ),
  revealLocks: text(
    '揭示后评分表不能再改动；未交的评分表不计入合成。',
    'After the reveal no scorecard changes; cards not handed in do not count.',
  ),
  nobodyYet: text('还没有专家交卷。', 'Nobody has handed in yet.'),
  allIn: text('全部已交卷，可以揭示。', 'All have handed in; ready to reveal.'),
  someIn: text('还有 {n} 位未交卷。', '{n} have not handed in yet.'),

  queue: text('指标队列', 'Queue'),
  queueOpen: text('待定 {n}', 'Open {n}'),
  queueDecided: text('已定 {n}', 'Decided {n}'),
  queueEmpty: text('全部指标已定分。', 'Every indicator is decided.'),
  stale: text('有改动，待重新定分', 'Edited since; decide again'),
  underDiscussion: text('讨论中', 'Under discussion'),
  acceptAll: text('无分歧项全部采纳（{n}）', 'Accept all without divergence ({n})'),
  acceptAllTitle: text('采纳以下 {n} 项的合成值？', "Accept the policy's value for these {n}?"),
  acceptAllAct: text('全部定分', 'Decide all'),
  acceptLacking: text(
    '低于满分但没有可用的理由，留待逐项定分：{names}。',
    'Below the maximum without a usable reason, left to be decided one by one: {names}.',
  ),
  acceptChanged: text(
    '意见表上的分数与合成值不同，留待逐项定分：{names}。',
    'The sheet says another score than the policy, left to be decided one by one: {names}.',
  ),
  acceptDiffering: text(
    '客观指标评分不一致，须先取得一致：{names}。',
    'Objective, and the experts differ; they must agree first: {names}.',
  ),
  differ: text('客观指标，评分不一致', 'Objective, and the experts differ'),
  differTitle: text(
    '客观指标，评分一致后方可定分',
    'Objective: to be decided once the experts agree',
  ),
  differFrom: text(
    '多数为 {majority} 分；不同的是：{who}。',
    'Most gave {majority}; different: {who}.',
  ),
  differAll: text('没有多数：{who}。', 'No majority: {who}.'),
  differNext: text(
    '核对依据后，可就此指标再开一轮，或由有关专家回避。',
    'Check the facts, then open a further round on it, or let an expert recuse.',
  ),
  scoreBy: text('{name} {score} 分', '{name} {score}'),
  indicator: text('指标', 'Indicator'),

  discussion: text('讨论与定分', 'Discussion and decision'),
  pickOne: text(
    '从队列选择一个指标，投屏随之显示。队列按分歧大小排列。',
    'Choose an indicator from the queue and the projection follows. The widest divergence is first.',
  ),
  waitChair: text(
    '组长尚未选择指标。也可以从队列中选一个，先起草意见。',
    'The chair has not chosen an indicator yet. You can choose one and draft its reason.',
  ),
  lookBack: text(
    '全部指标已定分。可在队列的“已定”中逐项查看或改定。',
    'Every indicator is decided. Look at them, or change one, under "Decided" in the queue.',
  ),
  startWidest: text('从分歧最大的开始', 'Start with the widest divergence'),
  chairIsAt: text('组长正在讨论：{name}', 'The chair is discussing: {name}'),
  follow: text('前往', 'Go there'),
  expertScores: text('专家评分与理由', 'Scores and reasons'),
  takeReason: text('采用理由', 'Take over'),
  takeReasonOf: text('：{name}', ': {name}'),
  noReason: text('（未写理由）', '(no reason given)'),
  fullScore: text('满分', 'Full score'),
  reasonsTooLong: text(
    '理由合计超过 {n} 字，未采用；请先精简。',
    'Together the reasons exceed {n} characters; shorten them first.',
  ),
  experts: text('有效评分 {n}', '{n} scores'),
  abstainedCount: text('弃评 {n}', '{n} abstained'),
  valueIs: text('合成值 {value}（{rule}）', 'Policy value {value} ({rule})'),
  noValue: text('无合成值（{rule}）', 'No policy value ({rule})'),
  decision: text('定分', 'Decision'),
  decide: text('定分', 'Decide'),
  draftHeading: text('意见表草稿', 'Draft of the sheet'),
  scoreField: text('定分（0–{points}）', 'Decided score (0–{points})'),
  scoreHint: text('合成值 {value}，可改写。', 'The policy proposes {value}; accept or change it.'),
  scoreWrong: text(
    '请输入 0 至 {points} 之间的分数，最多两位小数。',
    'Enter a score from 0 to {points} with at most two decimals.',
  ),
  scoreMissing: text('没有合成值，请输入定分。', 'The policy gives no value; enter a score.'),
  reasonMissing: text(
    '低于满分，请写明扣分理由。',
    'Below the maximum: write the deduction reason.',
  ),
  decidedAs: text('已定分 {score} / {points}', 'Decided {score} / {points}'),
  next: text('下一项', 'Next'),
  draftShared: text(
    '组长与秘书可同时编辑；由组长定分。',
    'Chair and secretary edit together; the chair decides.',
  ),

  standing: text('合计', 'Standing'),
  soFar: text('已定分合计', 'Decided so far'),
  decidedCount: text('已定 {n} / {of}', '{n} / {of} decided'),
  openCount: text('还有 {n} 项', '{n} open'),
  expected: text(
    '余项按合成值：{total}，{grade}',
    "With the policy's values for the rest: {total}, {grade}",
  ),
  toNext: text('距“{above}”还差 {gap} 分', '{gap} short of "{above}"'),
  inBest: text('已在最高等级', 'In the best grade'),
  nearBelow: text(
    '距“{above}”界线 {min} 分仅差 {gap} 分',
    'Only {gap} below the boundary of "{above}" at {min}',
  ),
  nearAbove: text(
    '仅高出“{above}”界线 {min} 分 {gap} 分',
    'Only {gap} above the boundary of "{above}" at {min}',
  ),
  unrounded: text('未逐项取整的合计：{total}', 'Total without rounding each indicator: {total}'),
  dimensions: text('分项合计', 'By dimension'),
  dimension: text('一级指标', 'Dimension'),

  conclude: text('形成结论', 'Conclude'),
  concludeTitle: text('形成结论？', 'Conclude?'),
  concludeSays: text(
    '总分 {total}，等级“{grade}”。小组意见表从此不再改动，请各位签字。',
    'Total {total}, grade "{grade}". The consensus sheet is frozen and everybody is asked to sign.',
  ),
  concludeOpen: text('还有 {n} 项未定分。', '{n} indicators are not decided.'),
  concludeStale: text(
    '有 {n} 项定分后又被改动，待重新定分。',
    '{n} were edited after their decision; decide them again.',
  ),
  concludeReady: text('全部定分，可以形成结论。', 'Every indicator is decided; ready to conclude.'),

  signedCount: text('{n} / {of} 已签字', '{n} / {of} signed'),
  seal: text('封存', 'Seal'),
  sealTitle: text('封存结果？', 'Seal the result?'),
  sealWithout: text(
    '{n} / {of} 已签字，缺少：{names}。',
    '{n} / {of} have signed; missing: {names}.',
  ),
  sealAll: text('全部 {of} 人已签字。', 'All {of} have signed.'),
  sealFinal: text('封存后任何内容都不再改动。', 'After the seal nothing changes any more.'),
  sealed: text('结果已封存', 'The result is sealed'),
  sealedAt: text('封存于 {time}，日志共 {n} 条。', 'Sealed at {time}; the log holds {n} entries.'),
  head: text('日志链首（SHA-256）', "Head of the log's hash chain (SHA-256)"),
  toResult: text('查看结果', 'See the result'),

  shortcuts: text('快捷键', 'Keyboard'),
  keysOn: text('启用单键快捷键', 'Single-key shortcuts on'),
  keyMove: text('上一项、下一项', 'Previous, next indicator'),
  keyAccept: text(
    '定分；已定分时转到下一项，全部定完后转到“形成结论”',
    'Decide; when decided, go to the next; when all are, go to “Conclude”',
  ),
  keyAcceptTyping: text('在理由框中定分', 'Decide from the reason box'),
  keyTake: text('采用第几位专家的理由', 'Take the reason of the n-th expert'),
  keyScore: text('改分', 'Change the score'),
  keyReason: text('写理由', 'Write the reason'),
  keyLeave: text('离开输入框', 'Leave the field'),
  keyHelp: text('显示这张表', 'Show this list'),
} satisfies Record<string, Text>;
