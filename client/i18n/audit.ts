import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Around the consistency audit; what it found says itself in words (shared/panel/audit.ts). */
export const auditWords = {
  title: text('一致性核对', 'Consistency'),
  none: text('没有发现不一致', 'Nothing disagrees'),
  found: text('{n} 处请核对', '{n} to check'),
  errors: text('{n} 处数字不一致，不能形成结论', '{n} figures differ; no conclusion until mended'),
  whole: text('整体', 'The whole'),
  says: text(
    '提醒不妨碍形成结论；合计、等级或文字中写明的得分不一致时不能形成结论。',
    'A reminder does not keep anybody from concluding; a sum, a grade or a score stated in a text that differs does.',
  ),
  error: text('不一致', 'Differs'),
  warning: text('请核对', 'Check'),
  at: text('{place}：{what}', '{place}: {what}'),
  beforeConcluding: text(
    '一致性核对有 {n} 处提醒，列在右栏“一致性核对”中。',
    'The consistency audit has {n} reminders; see “Consistency” in the right column.',
  ),
  refused: text(
    '有 {n} 处合计、等级或得分不一致，不能形成结论；见“一致性核对”。',
    '{n} sums, grades or scores differ, so there can be no conclusion; see “Consistency”.',
  ),
} satisfies Record<string, Text>;
