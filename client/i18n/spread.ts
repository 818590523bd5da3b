import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Words for how far the scores of one indicator lie apart: console and projection. */
export const spread = {
  none: text('无分歧', 'No divergence'),
  amber: text('有分歧', 'Divergence'),
  red: text('分歧大', 'Wide divergence'),
  nobody: text('无人评分', 'Nobody scored'),
  range: text('极差 {range}', 'range {range}'),
  noRange: text('无极差', 'no range'),
  allAgree: text('{of} 位专家给分相同', 'All {of} experts gave the same score'),
  agree: text(
    '{n} / {of} 位专家与中位数相差不超过一档',
    '{n} of {of} experts are within one step of the median',
  ),
  strip: text(
    '0 至 {points} 分：{values}。{range}，{flag}。',
    'From 0 to {points}: {values}. Range {range}, {flag}.',
  ),
  stripEmpty: text('0 至 {points} 分：无人评分。', 'From 0 to {points}: nobody scored.'),
  stripMark: text('合成值 {value}。', 'Policy value {value}.'),
  stripDecided: text('定分 {value}。', 'Decided {value}.'),
  mark: text('合成', 'Policy'),
  decided: text('定分', 'Decided'),
  separator: text('、', ', '),
} satisfies Record<string, Text>;
