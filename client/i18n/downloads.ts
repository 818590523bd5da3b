import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Documents as files: one by one, and all of them in a pack. */
export const downloads = {
  pack: text('打包下载全部文件', 'Download all documents'),
  packHelp: text(
    '全部文件的 Word、Excel 和 PDF，合成一个压缩包。',
    'Every document as Word, Excel and PDF, in one zip file.',
  ),
  packName: text('评审文件', 'documents'),
  this: text('下载“{name}”', 'Download “{name}”'),
  as: text('{name}，{format} 格式', '{name} as {format}'),
  progress: text('正在生成文件', 'Writing the documents'),
  at: text('{n} / {of}', '{n} / {of}'),
  one: text('正在生成 {file}…', 'Writing {file}…'),
  saved: text('已下载：{file}', 'Downloaded: {file}'),
  packed: text('已下载：{file}（{n} 个文件）', 'Downloaded: {file} ({n} files)'),
  cancel: text('取消', 'Cancel'),
  failed: text('未能生成 {file}：{why}', '{file} could not be written: {why}'),
  kept: text(
    '此前的 {n} 个文件已保留，重试时从这一个继续。',
    'The {n} before it are kept; trying again goes on from here.',
  ),
  again: text('重试', 'Try again'),
} satisfies Record<string, Text>;
