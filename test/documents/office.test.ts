import { describe, expect, test } from 'vitest';
import { renderExcel } from '../../server/documents/excel/excel.ts';
import { render } from '../../server/documents/render.ts';
import { repack } from '../../server/import/repack.ts';
import { templateWorkbook } from '../../server/import/template.ts';
import { officeFaults } from '../kit/office.ts';
import { printed } from '../kit/printed.ts';
import { sealedReference } from '../kit/reference-panel.ts';
import { unzip } from '../kit/zip.ts';

const documents = printed('zhongshan-2019', sealedReference('zhongshan-2019'), 'zh');
/** One of each make: merged levels, prose, a code, small print. All of them: `npm run office`. */
const MAKES = ['sheet', 'analysis', 'certificate'];

describe('[DF7] Word and Excel open what is written without a repair', () => {
  const written = documents.filter(({ document: { id } }) => MAKES.includes(id));
  test('there is something to judge', () => expect(written).toHaveLength(MAKES.length));

  test.each(written)('$name', async ({ document, language }) => {
    for (const format of ['docx', 'xlsx'] as const)
      expect(await officeFaults(await render({ document, language, format }), format)).toEqual([]);
  });

  test('the blank template', async () => {
    expect(await officeFaults(await templateWorkbook('zh'), 'xlsx')).toEqual([]);
  });

  test('a file that Excel would repair is found', async () => {
    const { document, language } = written[0]!;
    const parts = [...(await unzip(await renderExcel(document, language)))].map(
      ([name, content]) =>
        [name, String(content).replace('<sheetData>', '<sheetData><lost/>')] as const,
    );
    expect((await officeFaults(await repack(new Map(parts)), 'xlsx')).join()).toContain('lost');
  });
});
