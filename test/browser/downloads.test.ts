import { mkdirSync, readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { parsePoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { readExcel } from '../kit/excel.ts';
import { readPdf } from '../kit/pdf.ts';
import { readWord } from '../kit/word.ts';
import { unzip } from '../kit/zip.ts';
import type { Outsider } from '../protocol/outsider.ts';
import { Meeting } from './meeting.ts';
import { scoredByPrograms } from './outsiders.ts';
import { scriptOf } from './scripts.ts';

const script = scriptOf(zhongshan2019, '中山 2019');
const leaves = leavesOf(zhongshan2019.framework);
let meeting: Meeting;
let page: Page;
let people: Record<string, Outsider>;

beforeAll(async () => {
  if (process.env.SHOTS) mkdirSync(process.env.SHOTS, { recursive: true });
  meeting = await Meeting.open();
  people = await scoredByPrograms(meeting, zhongshan2019, script);
  const chair = people['e1']!;
  await chair.act({ type: 'reveal', without: [] });
  const decisions = script.decisions.map(({ score, reason }, index) => ({
    ...{ leaf: leaves[index]!.id, score: parsePoints(score)!, reason },
  }));
  await chair.act({ type: 'decide', decisions });
  await chair.act({ type: 'conclude' });
  await chair.act({ type: 'seal', without: ['e1', 'e2', 'e3', 'e4', 'e5'] });
  page = meeting.pages['secretary']!;
  await page.goto(`/panel/${meeting.panel}/secretary/result`);
  await page.locator('.sheet').first().waitFor();
});
afterAll(async () => {
  for (const person of Object.values(people ?? {})) person.close();
  await meeting?.close();
});

const pack = () => page.getByRole('button', { name: '打包下载全部文件' });
const bytesOf = async (download: Download) => readFileSync(await download.path());
/** The total as the page prints it. */
const totalOf = async () =>
  (
    await page.getByRole('row', { name: /^合计/ }).first().getByRole('cell').allTextContents()
  ).filter(Boolean);

describe.sequential('documents as files', () => {
  test('[DF6] the document that is shown, in each format, holds the numbers of the page', async () => {
    const shown = await totalOf();
    expect(shown).toContain('71');
    const files: Record<string, Buffer> = {};
    for (const format of ['Word', 'Excel', 'PDF']) {
      const coming = page.waitForEvent('download');
      await page.getByRole('link', { name: `意见表，${format} 格式` }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toMatch(/^.*智慧社区矫正.*-意见表\.(docx|xlsx|pdf)$/);
      files[format] = await bytesOf(download);
    }
    await page.getByText(/^已下载：.*意见表\.pdf$/).waitFor();
    const word = await readWord(files['Word']!);
    const row = word.tables[1]!.cells.filter((cell, _, all) => {
      return cell.row === all.find(({ text }) => text === '合计')!.row;
    });
    expect(row.map(({ text }) => text).filter(Boolean)).toEqual(['合计', ...shown]);
    const [sheet] = await readExcel(files['Excel']!);
    const values = [...sheet!.cells].filter(([place]) => {
      const total = [...sheet!.cells].find(([, { shown }]) => shown === '合计')![0];
      return place.split(',')[0] === total.split(',')[0];
    });
    expect(values.map(([, { value }]) => value)).toEqual(['合计', ...shown.map(Number)]);
    expect(readPdf(files['PDF']!).pages.join('')).toContain(`合计${shown.join('')}`);
  });

  test('[DF6] all documents in a pack, with progress; a fault is said in words and retried', async () => {
    let faults = 1;
    await page.route('**/documents/scores.xlsx*', (route) =>
      faults-- > 0 ? route.abort() : route.continue(),
    );
    await pack().click();
    await page.getByRole('progressbar').waitFor();
    await page
      .getByRole('alert')
      .getByText(/未能生成 Excel\/.*专家评分汇总\.xlsx：连不上服务器/)
      .waitFor();
    await meeting.look(page, 'downloads-failed');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText(/^\d+ \/ \d+/).waitFor();
    await meeting.look(page, 'downloads-progress');
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/-评审文件\.zip$/);
    await page.getByText(/^已下载：.*\.zip（\d+ 个文件）$/).waitFor();
    const files = await unzip(await bytesOf(download));
    const byFolder = (folder: string) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).replace(/\.\w+$/, ''));
    expect(byFolder('Word').length).toBeGreaterThan(9);
    expect(byFolder('Excel')).toEqual(byFolder('Word'));
    expect(byFolder('PDF')).toEqual(byFolder('Word'));
    expect(files.size).toBe(3 * byFolder('Word').length);
  });

  test('[DF6] what is under way can be stopped; a refusal of the server is its sentence', async () => {
    // Stopped while the list is under way: its answer must not bring the work back.
    let answer = (): void => {};
    const stopped = new Promise<void>((resolve) => (answer = resolve));
    const LIST = '**/documents?language=*';
    await page.route(LIST, async (route) => stopped.then(() => route.continue()));
    await pack().click();
    await page.getByRole('button', { name: '取消' }).click();
    const listed = page.waitForResponse(LIST);
    answer();
    await (await listed).finished();
    await page.unroute(LIST);
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    // Stopped while a file is under way.
    await pack().click();
    await page.getByText(/^\d+ \/ \d+/).waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    const refusal = { code: 'not-written', zh: '这份文件未能生成', en: 'not written' };
    await page.route('**/documents/sheet.docx*', (route) =>
      route.fulfill({ status: 500, json: refusal }),
    );
    await page.getByRole('link', { name: '意见表，Word 格式' }).click();
    await page.getByRole('alert').getByText('这份文件未能生成').waitFor();
  });

  test('on a phone and in English', async () => {
    const phone = await meeting.join('e3', {
      ...{ width: 390, height: 844, touch: true, language: 'en', theme: 'dark' },
    });
    await phone.goto(`/panel/${meeting.panel}/e3/result`);
    await phone.getByRole('button', { name: 'Download all documents' }).scrollIntoViewIfNeeded();
    await meeting.look(phone, 'downloads-phone-en');
  });
});
