import { expect, test } from 'vitest';
import { renderExcel } from '../../server/documents/excel/excel.ts';
import { INK_BOX } from '../../server/documents/layout/style.ts';
import { readExcel } from '../kit/excel.ts';
import { officeFaults } from '../kit/office.ts';
import { printed } from '../kit/printed.ts';
import { concludedReference } from '../kit/reference-panel.ts';
import { at, parseXml, within } from '../kit/xml.ts';
import { unzip } from '../kit/zip.ts';

const INK = [[100, 200, 250, 60, 400, 220, 420, 90]];
const story = concludedReference('zhongshan-2019')
  .does('e1', { type: 'sign', dissent: '', ink: INK })
  .does('e2', { type: 'sign', dissent: '' })
  .does('e3', { type: 'sign', dissent: '保留意见', ink: INK })
  .does('e1', { type: 'seal', without: ['e4', 'e5'] });
const document = (id: string) =>
  printed('', story, 'zh').find((each) => each.document.id === id)!.document;

/** By 'row,column' of its cell: width and height in points. */
async function picturesOf(bytes: Uint8Array, sheet: number): Promise<Map<string, number[]>> {
  const drawing = (await unzip(bytes)).get(`xl/drawings/drawing${sheet + 1}.xml`);
  if (!drawing) return new Map();
  const root = parseXml(String(drawing));
  expect(within(root, 'xdr:twoCellAnchor')).toEqual([]);
  return new Map(
    within(root, 'xdr:oneCellAnchor').map((anchor) => {
      const from = ['xdr:row', 'xdr:col'].map(
        (name) => at(anchor, 'xdr:from', name)!.children[0]!.text,
      );
      const { cx, cy } = at(anchor, 'xdr:ext')!.attributes;
      return [from.join(), [cx, cy].map((length) => Number(length) / 12_700)];
    }),
  );
}

test.each(['sheet', 'scores'])(
  '[DF5] in %s, drawn signatures lie in the cells of those who drew them',
  async (id) => {
    const bytes = await renderExcel(document(id), 'zh');
    const sheets = await readExcel(bytes);
    const found = await Promise.all(
      sheets.map(async ({ cells }, sheet) =>
        [...(await picturesOf(bytes, sheet))].map(([place, [width, height]]) => {
          expect(width).toBeCloseTo(INK_BOX.width, 1);
          expect(height).toBeCloseTo(INK_BOX.height, 1);
          expect(cells.get(place)!.shown).toMatch(/^已签字/);
          return cells.get(`${place.split(',')[0]},0`)!.shown;
        }),
      ),
    );
    expect(found.flat()).toEqual(['专家一', '专家三']);
    expect(await officeFaults(bytes, 'xlsx')).toEqual([]);
  },
);

test('[DF5] the certificate shows its code, square, and says it in letters, too', async () => {
  const bytes = await renderExcel(document('certificate'), 'zh');
  const [[width, height]] = [...(await picturesOf(bytes, 0)).values()] as [number[]];
  expect(width).toBe(height);
  expect(await officeFaults(bytes, 'xlsx')).toEqual([]);
});
