import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { fontFile, printable, runsOf, widthOf } from '../../server/documents/fonts.ts';
import { renderPdf } from '../../server/documents/pdf/pdf.ts';
import type { Document } from '../../shared/documents/document.ts';
import { place, type Table } from '../../shared/documents/table.ts';
import { embeddedFonts } from '../kit/embedded-fonts.ts';
import { type ReadPdf, readPdf } from '../kit/pdf.ts';
import { printed, printedReferences } from '../kit/printed.ts';
import { referenceSetup, sealedReference } from '../kit/reference-panel.ts';

const SIDE = (15 * 72) / 25.4;
const bare = (text: string) => text.replace(/\s/g, '');

/** Every text of the document, in the order in which it is printed. */
function textsOf({ title, facts, blocks }: Document): string[] {
  const ofTable = (table: Table) =>
    [table.head, [...table.body, ...table.foot]].flatMap((rows) =>
      place(rows).map(({ cell }) => cell.text),
    );
  return [
    title,
    ...facts.flatMap(({ label, value }) => [label, value]),
    ...blocks.flatMap((block) => {
      if (block.kind === 'table') return ofTable(block.table);
      return [block.kind === 'qr' ? block.caption : block.text];
    }),
  ];
}

/** The texts that are not found one after the other: what a page repeats may stand between them. */
function missingFrom({ pages }: ReadPdf, texts: readonly string[]): string[] {
  const all = pages.join('');
  let at = 0;
  return texts.filter((text) => {
    const found = all.indexOf(bare(text), at);
    if (found >= 0) at = found + bare(text).length;
    return found < 0;
  });
}

describe('[DF2] both references as PDF', () => {
  test.each(printedReferences())('$name', async ({ document, language }) => {
    const pdf = readPdf(await renderPdf(document, language));
    expect(missingFrom(pdf, textsOf(document))).toEqual([]);
    pdf.pages.forEach((page, at) => {
      const [n, of] = [at + 1, pdf.pages.length];
      expect(page).toContain(
        bare(language === 'zh' ? `第${n}页，共${of}页` : `Page ${n} of ${of}`),
      );
      expect(page).toContain(bare(document.running.code));
      expect(page).toContain(bare(document.running.caution));
    });
    for (const { name, ...how } of pdf.fonts)
      expect({ name, ...how }).toEqual({ name, embedded: true, subset: true, unicode: true });
    // A watermark lies askew over the page, so its words are not among these.
    for (const { page, left, right, text } of pdf.words.filter(
      ({ text }) => !/草稿|Draft/.test(text),
    ))
      expect
        .soft([left >= SIDE - 1, right <= pdf.sizes[page]!.width - SIDE + 1], text)
        .toEqual([true, true]);
    expect(pdf.info).toContain(document.title);
  });
});

test('[DF3] rare characters of a name are shown and found; one that no font has is its code', async () => {
  const { experts } = referenceSetup('zhongshan-2019');
  const names = ['𠮷田', '㛃', '欧阳翀', '\u{2A6D6}', '👍'];
  const named = experts.map((expert, index) => ({ ...expert, name: names[index]! }));
  const [sheet] = printed('', sealedReference('zhongshan-2019', { experts: named }), 'zh');
  const { pages, fonts } = readPdf(await renderPdf(sheet!.document, 'zh'));
  const last = pages.at(-1)!;
  for (const shown of ['𠮷田', '㛃', '欧阳翀', '[U+1F44D]']) expect(last).toContain(shown);
  expect(fonts.map(({ name }) => name.split('+')[1])).toContain('NotoSerifJP-Regular');
});

const SOURCES: Record<string, Parameters<typeof fontFile>[0]> = {
  ...{ 'Tinos-Regular': 'latin', 'Tinos-Bold': 'latinBold', 'NotoSerifSC-Regular': 'serif' },
  ...{ 'NotoSansSC-Medium': 'sans', 'NotoSerifJP-Regular': 'japanese' },
  'NotoSerifHK-Regular': 'hongKong',
};

test('[DF3] what is embedded for a character is its own shape, and never the empty box', async () => {
  const names = ['𠮷田', '㛃', '欧阳翀', 'Zoë’s', '专家五'];
  const { experts } = referenceSetup('zhongshan-2019');
  const named = experts.map((expert, index) => ({ ...expert, name: names[index]! }));
  const [sheet] = printed('', sealedReference('zhongshan-2019', { experts: named }), 'zh');
  const shown = new Set<string>();
  for (const { name, font, unicode } of embeddedFonts(await renderPdf(sheet!.document, 'zh'))) {
    const source = create(readFileSync(fontFile(SOURCES[name.split('+')[1]!]!))) as Font;
    const box = source.getGlyph(0).path.toSVG();
    for (const [code, text] of unicode) {
      if (code === 0 || text.trim() === '') continue;
      const shape = font.getGlyph(code).path.toSVG();
      expect.soft(shape, text).toBe(source.glyphForCodePoint(text.codePointAt(0)!).path.toSVG());
      expect.soft(shape, text).not.toBe(box);
      shown.add(text);
    }
  }
  for (const character of names.join('')) expect(shown).toContain(character);
});

test('[DF3] quotation marks are narrow in an English text and as wide as a character in a Chinese one', () => {
  const width = (text: string) => widthOf(printable(text, 'text'), 'text', 10);
  expect(width('“a”') - width('a')).toBeLessThan(10);
  expect(width('“甲”') - width('甲')).toBe(20);
  expect(width('甲 it’s') - width('甲 its')).toBeLessThan(5);
  expect(runsOf(printable('“a”', 'text'), 'text')).toEqual([{ font: 'latin', text: '“a”' }]);
});
