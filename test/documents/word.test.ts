import { describe, expect, test } from 'vitest';
import { renderWord } from '../../server/documents/word/word.ts';
import { tablesOf } from '../../shared/documents/document.ts';
import { gridOf } from '../kit/grid.ts';
import { printed, printedReferences } from '../kit/printed.ts';
import { referenceSetup, sealedReference } from '../kit/reference-panel.ts';
import { readWord } from '../kit/word.ts';

describe('[DF4] both references as Word', () => {
  test.each(printedReferences())('$name', async ({ document, language }) => {
    const word = await readWord(await renderWord(document, language));
    const tables = tablesOf(document);
    // Title and facts come first; codes are tables, too.
    const written = word.tables.filter(({ headRows }) => headRows > 0);
    expect(written.map(({ cells }) => cells)).toEqual(tables.map(gridOf));
    expect(written.map(({ headRows }) => headRows)).toEqual(tables.map(({ head }) => head.length));
    const { width, height, left, right } = word.page;
    expect(width > height).toBe(document.paper === 'landscape');
    for (const { widths, fixed } of word.tables) {
      expect(fixed).toBe(true);
      expect(widths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(width - left - right);
    }
    if (document.facts.length > 0)
      expect(word.tables[0]!.cells.map(({ text }) => text).filter(Boolean)).toEqual(
        document.facts.map(
          ({ label, value }) => `${label}${language === 'zh' ? '：' : ': '}${value}`,
        ),
      );
    const texts = word.paragraphs.map(({ text }) => text);
    expect(word.paragraphs[0]).toEqual({ style: 'Heading1', text: document.title });
    for (const block of document.blocks)
      if (block.kind === 'heading' || block.kind === 'paragraph')
        for (const line of block.text.split('\n')) expect(texts).toContain(line);
    expect(word.footer).toContain(document.running.code);
    expect(word.fields).toEqual(['PAGE', 'NUMPAGES']);
    expect(word.header).toContain(document.running.draft);
    expect(word.header).toContain(document.running.caution);
  });
});

test('[DF4] text that a person typed stays text: markup, marks of other programs, half characters', async () => {
  const { experts } = referenceSetup('zhongshan-2019');
  const names = ['<b>&amp;</b>', ']]>', '\u0001\u0008x', '\ud842y', '𠮷㛃翀'];
  const named = experts.map((expert, index) => ({ ...expert, name: names[index]! }));
  const [sheet] = printed('', sealedReference('zhongshan-2019', { experts: named }), 'zh');
  const { tables } = await readWord(await renderWord(sheet!.document, 'zh'));
  const found = tables.at(-1)!.cells.filter(({ column, row }) => column === 0 && row > 0);
  expect(found.map(({ text }) => text)).toEqual([
    ...['<b>&amp;</b>', ']]>', '\ufffd\ufffdx', '\ufffdy', '𠮷㛃翀'],
  ]);
});
