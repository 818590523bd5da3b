import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Timers of the deliberation, and the secretary's notes. */
export const timing = {
  leaf: text('本项用时', 'This indicator'),
  meeting: text('会议用时', 'Meeting'),
  allotted: text('限 {minutes} 分钟', 'of {minutes} min'),
  over: text('超时 {time}', 'over by {time}'),
  allotments: text('时间安排', 'Time'),
  perIndicator: text('每项讨论（分钟）', 'Each indicator (minutes)'),
  forMeeting: text('整场会议（分钟）', 'The whole meeting (minutes)'),
  allotmentsHelp: text(
    '可不填。到时组长台和投屏以文字提示，不打断讨论。',
    'Optional. When the time is up, console and projection say so in words; nothing is interrupted.',
  ),
  minutesWrong: text(
    '请填 1 至 {most} 的整数，或留空。',
    'A whole number from 1 to {most}, or nothing.',
  ),

  note: text('讨论记录', 'Notes of the discussion'),
  noteHelp: text(
    '由秘书填写，形成结论时印入会议讨论记录。',
    'Written by the secretary; printed in the minutes.',
  ),
  noteAnonymous: text(
    '匿名评审：只有组长和秘书能看到这份记录。',
    'Anonymous panel: only chair and secretary get these notes.',
  ),
  keyNote: text('写讨论记录', 'Write the notes'),
} satisfies Record<string, Text>;
