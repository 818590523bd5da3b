import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The page with the forms that are printed before there is a result. */
export const formWords = {
  title: text('空白表格', 'Empty forms'),
  link: text('打印空白表格', 'Print empty forms'),
  help: text(
    '空白评分表、签到表、承诺与回避，会前即可打印。纸质评分表由秘书代录，并经核对才算数。',
    'Scorecard, attendance and pledge, to print before the meeting. A card on paper counts once the secretary has keyed it in and somebody has compared it.',
  ),
  print: text('打印这份表格', 'Print this form'),
  tabs: text('表格', 'Forms'),
  back: text('返回评审会', 'Back to the panel'),
  none: text('这个席位没有可打印的表格。', 'There are no forms for this seat.'),
} satisfies Record<string, Text>;
