import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The page on which chair and secretary put the analysis into words. */
export const analysisWords = {
  title: text('指标分析', 'Analysis'),
  back: text('返回评审会', 'Back to the panel'),
  lead: text(
    '没有改写的部分随定分自动成文；改写的文字印入“指标分析”。形成结论即定稿；专家在形成结论后看到，投屏不显示。',
    'What nobody writes follows the decisions by itself; what is written is printed in the analysis. The conclusion settles it. Experts read it after the conclusion, the projection never shows it.',
  ),
  problems: text('主要问题', 'Main problems'),
  suggestions: text('意见建议', 'Suggestions'),
  paragraphs: text('各项指标', 'Each indicator'),
  score: text('{score} / {points} 分', '{score} of {points}'),
  undecided: text('尚未定分', 'Not decided'),
  paragraphOf: text('指标分析：{name}', 'Analysis: {name}'),
  rewrite: text('改写', 'Write'),
  rewriteOf: text('改写 {name}', 'Write {name}'),
  field: text('{name} 的文字', 'The words of {name}'),
  yours: text('印入文件的文字', 'What is printed'),
  asDraft: text('草稿，可直接改写', 'The draft; write over it'),
  draft: text('按定分汇集的草稿', 'The draft from the decisions'),
  noDraft: text('目前没有草稿。', 'There is no draft so far.'),
  follows: text('尚未改写，随定分自动更新。', 'Nobody has written here: it follows the decisions.'),
  keeps: text(
    '已改写：定分再变，文字不会自动改。',
    'Written: it stays as it is when decisions change.',
  ),
  length: text('{n} / {of} 字', '{n} of {of}'),
  tooLong: text('{n} / {of} 字，超出长度，未保存', '{n} of {of}: too long, not saved'),
  isDraft: text('草稿', 'Draft'),
  local: text('仅在本机', 'On this device'),
  saving: text('正在保存', 'Saving'),
  savedBy: text('{by} {time} 已保存', 'Saved {time}, {by}'),
  bySecretary: text('秘书', 'secretary'),
  byChair: text('组长', 'chair'),
  notSaved: text('未保存', 'Not saved'),
  moved: text(
    '另一个人（或另一台设备）刚刚改写了这一部分，您的文字还在上面的框里，尚未保存。对方的文字是：',
    'Somebody else, or another device, has just written this part. Your words are still in the field above, not saved. Theirs are:',
  ),
  keepMine: text('用我的文字', 'Use mine'),
  useTheirs: text('用对方的文字', 'Use theirs'),
  changed: text(
    '文字写成后，{leaves}的定分有改动，请核对。',
    'After this was written, the decision on {leaves} changed. Please check.',
  ),
  stillRight: text('核对无误，保留文字', 'Still right, keep it'),
  newDraft: text('改用新的草稿', 'Take the new draft'),
  again: text('改用草稿', 'Take the draft'),
  againTitle: text('“{name}”改用草稿？', 'Take the draft for “{name}”?'),
  againSays: text(
    '改写的文字将由草稿代替；原来的文字仍留在评审会的日志里。',
    'The draft takes the place of these words; they remain in the log of the panel.',
  ),
  settled: text(
    '已形成结论，文字已定稿。如需修改，请由组长或秘书申请重新开启评审会。',
    'The panel has concluded, so the words are settled. To change them, chair or secretary ask to reopen it.',
  ),
  notYet: text(
    '揭示评分后，这里按定分生成草稿并可改写。',
    'After the reveal there are drafts here to write on.',
  ),
  between: text(
    '正在进行新一轮评分，揭示后可继续改写；已写的文字都在。',
    'A further round is being scored; go on after the reveal. What was written is kept.',
  ),
  notYours: text('指标分析由组长和秘书改写。', 'Chair and secretary write the analysis.'),
  unsaved: text(
    '这台设备上有未能保存的文字，可复制留用：',
    'Words on this device that could not be saved; copy what you need:',
  ),
  some: text('已改写 {n} 处', '{n} parts written'),
  none: text('随定分自动成文', 'Follows the decisions'),
  outdated: text('{n} 处写成后定分有变', '{n} outdated'),
  stillDraft: text(
    '“主要问题”或“意见建议”还是草稿；形成结论后文字不能再改。',
    'The problems or the suggestions are still a draft; after the conclusion the words can’t be changed.',
  ),
} satisfies Record<string, Text>;
