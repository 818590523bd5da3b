import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Further rounds: opening one, and what a card shows of the last. */
export const rounds = {
  again: text('再评一轮', 'Another round'),
  againTitle: text('再评一轮？', 'Open another round?'),
  againSays: text(
    '选定的 {n} 项由各位专家再次独立评分，揭示前互不可见；这些指标已有的定分随之取消，须重新定分。上一轮评分保留在记录中。',
    'The experts score the {n} chosen again, blind until the reveal; their decisions fall open and are made anew. The last round stays on record.',
  ),
  chosen: text('重评的指标', 'Indicators to score again'),
  all: text('全选', 'All'),
  none: text('全不选', 'None'),
  open: text('开启第 {n} 轮', 'Open round {n}'),
  last: text('上一轮（第 {n} 轮）', 'Last round (round {n})'),
  own: text('我的评分', 'My score'),
  noOwn: text('未评', 'None'),
  panel: text('全组 {n} 人', 'The panel, n = {n}'),
  lastReasons: text('再评一轮时', 'In a further round'),
  reasonsShown: text('显示上一轮理由', 'Show the last reasons'),
  reasonsShownHelp: text(
    '评分表上列出各位专家上一轮的理由，不具名。',
    'Cards show what the experts wrote in the last round, without names.',
  ),
  reasonsHidden: text('不显示理由', 'Show no reasons'),
  reasonsHiddenHelp: text(
    '评分表上只有本人上一轮的评分和全组分布。',
    'Cards show the own last score and the distribution only.',
  ),
  reasons: text('他人理由（不具名）', 'Reasons of others, without names'),
  change: text(
    '第 {from} 轮至第 {to} 轮：{n} 人中 {changed} 人改分，平均分 {mean}，极差 {range}',
    'Round {from} to {to}: {changed} of {n} changed, mean {mean}, range {range}',
  ),
  moved: text('{name} {before} → {after}', '{name} {before} → {after}'),
  notComparable: text(
    '第 {from} 轮至第 {to} 轮：没有两轮都评分的专家，无法比较',
    'Round {from} to {to}: nobody scored in both, so there is nothing to compare',
  ),
} satisfies Record<string, Text>;
