import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { plainSheet, type Sheet } from '../../shared/import/sheet.ts';
import { zhongshanLayout } from '../kit/layouts.ts';
import { workbookOf } from '../kit/workbooks.ts';
import { Meeting } from './meeting.ts';

/** Tables from Excel, as the secretary brings them in. */
let meeting: Meeting;
let page: Page;
beforeAll(async () => {
  meeting = await Meeting.open();
  page = await meeting.create('空白');
});
afterAll(() => meeting.close());

const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const chooserIn = (step: string) => page.locator(`#step-${step} input[type="file"]`);

/** A workbook of the old kind, as far as anybody reads it. */
const OLD_EXCEL = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

async function bring(sheet: Sheet): Promise<void> {
  const buffer = await workbookOf([sheet]);
  await chooserIn('framework').setInputFiles({ name: '指标表.xlsx', mimeType: KIND, buffer });
}

const preview = () => page.getByRole('region', { name: '导入预览' });
const list = () => page.getByRole('region', { name: '名单预览' });
const adopt = () => preview().getByRole('button', { name: '采用' });
const points = () =>
  page
    .locator('[id^="cell-"][id$="-points"]')
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value));

/** The page without its scroll: what the fixed bars cover in passing is no finding. */
async function lookWhole(what: string): Promise<void> {
  const size = page.viewportSize()!;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: height + 200 });
  await meeting.look(page, what);
  await page.setViewportSize(size);
}

test('the sheet of Zhongshan in its own layout is taken over without a correction', async () => {
  await bring(zhongshanLayout(zhongshan2019).sheet());
  await expect.poll(() => preview().innerText()).toContain('读到 18 项指标，合计 100 分');
  await expect.poll(() => preview().innerText()).toContain('没有疑问');
  // From a value to its cell, and back.
  await preview().getByRole('button', { name: '绩效指标明确性' }).click();
  await expect.poll(() => page.getByLabel(/^单元格 C5/).inputValue()).toBe('绩效指标明确性');
  await page.locator('#import-E6').click();
  await expect
    .poll(() => preview().locator('[aria-current="true"]').innerText())
    .toBe('预算编制准确性');
  await lookWhole('import-preview');
  for (const width of [820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await lookWhole(`import-preview-${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });

  await adopt().click();
  await expect.poll(() => page.getByText('已采用“指标表.xlsx”，共 18 项').count()).toBe(1);
  await expect
    .poll(() => page.getByRole('textbox', { name: '项目名称' }).inputValue())
    .toBe('“智慧社区矫正”');
  await expect.poll(async () => (await points()).length).toBeGreaterThanOrEqual(18);
  await expect.poll(() => page.getByText('自评合计 92').count()).toBe(1);
});

test('undo takes it all back, and an old workbook is refused in words', async () => {
  await page.getByRole('button', { name: '撤销' }).last().click();
  await expect.poll(() => page.getByRole('textbox', { name: '项目名称' }).inputValue()).toBe('');
  expect(await points()).toEqual([]);
  const file = { name: '旧表.xls', mimeType: 'application/vnd.ms-excel', buffer: OLD_EXCEL };
  await chooserIn('framework').setInputFiles(file);
  await expect
    .poll(() => page.getByRole('alert').allInnerTexts())
    .toContainEqual(expect.stringMatching(/“旧表.xls”没有读入.*旧版 Excel.*另存为/));
  // The browser notes the answer itself, and nothing else.
  const noted = meeting.complaints['secretary']!.splice(0);
  expect(noted).toEqual([expect.stringContaining('422')]);
  await bring(zhongshanLayout(zhongshan2019).sheet());
  await adopt().click();
  await expect.poll(() => page.getByText('自评合计 92').count()).toBe(1);
});

test('the self-assessment alone, by the names of what is there', async () => {
  const rows = [
    ['项目支出绩效自评表'],
    ['一级指标', '三级指标', '分值', '自评得分', '自评说明'],
    ['项目绩效', '经济效益', '5', '4', '有佐证'],
    ['', '没有的指标', '5', '1', ''],
  ];
  await bring(plainSheet('自评', rows));
  await preview().getByRole('radio', { name: '只采用自评（1 项对上现有指标）' }).check();
  await expect.poll(() => preview().innerText()).toContain('对不上的不采用：没有的指标');
  await adopt().click();
  await expect.poll(() => page.getByText('自评合计 4', { exact: true }).count()).toBe(1);
  expect((await points()).length).toBeGreaterThanOrEqual(18);
  await page.getByRole('button', { name: '撤销' }).last().click();
  await expect.poll(() => page.getByText('自评合计 92').count()).toBe(1);
});

test('a doubt is corrected in the preview; discarding leaves everything, undo brings it back', async () => {
  const sheet = zhongshanLayout(zhongshan2019).sheet();
  const rows = sheet.rows.map((row) => [...row]);
  rows[3]![3] = '五分';
  await bring({ ...sheet, rows });
  await expect.poll(() => preview().innerText()).toContain('替换现有的 18 项');
  await expect.poll(() => preview().innerText()).toContain('“五分”读不出分值');
  await lookWhole('import-doubts');
  await preview().getByRole('button', { name: '放弃' }).click();
  await expect.poll(() => page.getByText('自评合计 92').count()).toBe(1);

  await bring({ ...sheet, rows });
  await preview().getByRole('button', { name: '看 D4' }).first().click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('import-cell-text');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('5');
  await expect.poll(() => preview().innerText()).toContain('没有疑问');
  await adopt().click();
  await expect.poll(() => page.getByText(/^已保存 \d/).count()).toBeGreaterThan(0);
  await page.reload();
  await expect.poll(() => page.getByText('自评合计 92').count()).toBe(1);
});

test('a list of experts fills the seats', async () => {
  await chooserIn('people').setInputFiles({
    name: '名单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('姓名,职称,单位,电话\n专家甲,教授,某大学,13800000000\n专家乙,,某事务所,'),
  });
  await expect.poll(() => list().innerText()).toContain('填入 2 个未命名的席位');
  expect(await list().innerText()).not.toContain('138');
  await lookWhole('import-people');
  await list().getByRole('button', { name: '采用' }).click();
  await expect.poll(() => page.locator('#experts-e1-name').inputValue()).toBe('专家甲');

  meeting.expectQuiet();
});
