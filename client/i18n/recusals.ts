import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Recusals: recording and lifting them, and what the expert is told. */
export const recusals = {
  title: text('回避', 'Recusals'),
  none: text('无人回避。', 'Nobody is recused.'),
  count: text('{n} 条', '{n} on record'),
  record: text('登记回避', 'Record a recusal'),
  whole: text('整个项目', 'The whole project'),
  some: text('部分指标', 'Single indicators'),
  at: text('{time} 登记', 'Recorded {time}'),
  lifted: text('{time} 登记，{end} 撤销', 'Recorded {time}, lifted {end}'),

  recordTitle: text('登记哪位专家回避？', 'Who is to be recused?'),
  who: text('专家', 'Expert'),
  from: text('回避范围', 'Recused from'),
  which: text('回避的指标', 'Indicators'),
  wholeNotChair: text(
    '组长须主持全程，只能就部分指标回避。',
    'The chair leads to the end and is recused from single indicators only.',
  ),
  reason: text('回避的理由', 'Reason'),
  reasonHint: text(
    '理由会印在结果上，并记入评审会记录。',
    'It is printed with the result and goes on record.',
  ),
  leavesProject: text(
    '{name}不再评分，也不签字；评分表不计入，n 只数其余专家。',
    '{name} neither scores nor signs; the card does not count, and n is the others only.',
  ),
  leavesSome: text(
    '{name}不再就这 {n} 项评分；这些指标的 n 相应减少。',
    '{name} no longer scores these {n}; their n is smaller by one.',
  ),
  handedIn: text('已交的评分表中，这些评分不再计入。', 'What was handed in there does not count.'),
  scoresLeave: text(
    '已揭示的评分退出合成：{names}。',
    'Revealed scores leave the consensus: {names}.',
  ),
  decisionsFall: text(
    '以下 {n} 项的定分随之取消，须重新定分：{names}。',
    'Decisions that fall open and are made anew ({n}): {names}.',
  ),
  othersMove: text(
    '合成规则按专家总分取舍，其他指标的合成值可能变动，其定分也随之取消。',
    'The policy looks at expert totals, so other values may move and their decisions fall open too.',
  ),
  earlierToo: text(
    '上一轮揭示的评分也不再计入；以其为据的定分随之取消。',
    'Scores revealed in earlier rounds no longer count; decisions that rested on them fall open.',
  ),

  lift: text('撤销登记', 'Lift'),
  liftOf: text('：{name}', ': {name}'),
  liftTitle: text('撤销{name}的回避登记？', 'Lift the recusal of {name}?'),
  liftReason: text('撤销的理由', 'Reason for lifting it'),
  liftHint: text(
    '登记与撤销都留在评审会记录中。',
    'The recusal and its lifting both stay on record.',
  ),
  liftScoring: text(
    '{name}须就{what}评分；评分表若已交而缺这些指标，将重新打开补评。',
    '{name} has to score {what}; a card handed in without it is opened again.',
  ),
  liftRevealed: text(
    '揭示时已有的评分重新计入：{what}；受影响的定分随之取消，须重新定分。',
    'Scores that were revealed count again: {what}. Decisions without them fall open and are made anew.',
  ),
  liftAbsent: text(
    '揭示时因回避而没有评分的，仍不计入。',
    'Where a reveal did without the expert, there is nothing that could count.',
  ),

  youProject: text('您已回避本项目', 'You are recused from this project'),
  youProjectSays: text(
    '您不评分，也不签字；揭示后这里显示与投屏相同的内容。如登记有误，请告知组长或秘书。',
    'You neither score nor sign; after the reveal this page shows what the projection shows. If this is a mistake, tell the chair or the secretary.',
  ),
  youSome: text('您已回避 {n} 项指标', 'You are recused from {n} indicators'),
  youSomeSays: text(
    '这些指标不由您评分，不计入您的评分表和未评项。',
    'You do not score them; they count neither on your card nor as open.',
  ),
  because: text('理由：{reason}（{time} 登记）', 'Reason: {reason} (recorded {time})'),
  recused: text('回避', 'Recused'),
} satisfies Record<string, Text>;
