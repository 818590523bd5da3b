import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The result page around its documents; the words on paper are in shared/documents/words.ts. */
export const documents = {
  title: text('评审结果', 'Result'),
  toPanel: text('返回评审会', 'Back to the panel'),
  notYet: text('还没有结果', 'No result yet'),
  notYetWhy: text(
    '组长对全部指标定分并形成结论后，意见表、综合得分和扣分情况会出现在这里，可以打印。',
    'Once the chair has decided every indicator and concluded, the tables appear here to be printed.',
  ),
  sealedAt: text('{time} 封存，共 {n} 条记录。', 'Sealed {time}; {n} entries in the log.'),
  notSealed: text(
    '尚未封存。现在打印的每一页都标明“未封存 · 草稿”。',
    'Not sealed yet. Every page printed now says "Draft, not sealed".',
  ),

  tabs: text('结果文件', 'Documents of the result'),

  print: text('打印此文件', 'Print this document'),
  whose: text('查看', 'Shown'),
  printRecord: text('打印记录', 'Print the record'),
  downloadResult: text('下载结果（JSON）', 'Download the result (JSON)'),
  downloadCsv: text('下载评分与定分（CSV）', 'Download scores and decisions (CSV)'),
  downloadLog: text('下载记录（JSON）', 'Download the log (JSON)'),

  seat: text('席位', 'Seat'),
  indicator: text('指标', 'Indicator'),
  all: text('全部', 'All'),
  nothingFound: text('没有符合条件的记录。', 'No entry matches.'),
  found: text('{n} 条', '{n} lines'),
  entry: text('记录号 {n}', 'entry {n}'),
  again: text('重新载入', 'Load again'),
  beijing: text('时间为北京时间。', 'Times are Beijing time.'),
} satisfies Record<string, Text>;
