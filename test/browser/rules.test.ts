import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { Cast } from './cast.ts';
import { Meeting } from './meeting.ts';
import { scriptOf } from './scripts.ts';

/** Criteria that compute, as the secretary sets them up and the chair meets them. */
let meeting: Meeting;
let cast: Cast;
beforeAll(async () => void (meeting = await Meeting.open()));
beforeEach(() => void (cast = new Cast(meeting)));
afterEach(() => cast.close());
afterAll(() => meeting.close());

/** The button under a leaf's criteria. */
const ruleOf = (page: Page, leaf: string) => page.locator(`#cell-${leaf}-rule`);
const panelOf = (page: Page) => page.getByRole('region', { name: /^(计分规则|Rule)$/ });

/** The page without its scroll: what the fixed bars cover in passing is no finding. */
async function lookWhole(page: Page, what: string): Promise<void> {
  const size = page.viewportSize()!;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: height + 200 });
  await meeting.look(page, what);
  await page.setViewportSize(size);
}

test('the secretary confirms what was read, with the keyboard alone', async () => {
  const page = await meeting.create('财预');
  const pending = page.getByText(/项评分标准可识别出计分规则/);
  await expect.poll(() => pending.innerText()).toContain('4 项');
  await page.getByRole('button', { name: '逐项核对' }).focus();
  await page.keyboard.press('Enter');

  // Read, shown with its words, and no rule yet.
  await expect.poll(() => ruleOf(page, 'i07').innerText()).toContain('未设规则');
  await expect.poll(() => panelOf(page).innerText()).toContain('暂按“比率 × 分值”');
  await lookWhole(page, 'rules-proposal');

  for (const leaf of ['i07', 'i08', 'i12']) {
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe(`cell-${leaf}-rule-adopt`);
    await page.keyboard.press('Enter');
    await expect.poll(() => ruleOf(page, leaf).innerText()).toContain('按比率折算');
  }
  await panelOf(page).getByRole('button', { name: '不采用' }).click();
  await expect.poll(() => ruleOf(page, 'i13').innerText()).toContain('未设规则');
  await expect.poll(() => pending.count()).toBe(0);

  // What was confirmed is what a reload finds.
  await expect.poll(() => page.getByText(/^已保存 \d/).count()).toBeGreaterThan(0);
  await page.reload();
  await expect.poll(() => ruleOf(page, 'i12').innerText()).toContain('按比率折算');
  meeting.expectQuiet();
});

test('a rule is edited in fields, tried out, and checked beside them', async () => {
  const page = await meeting.create('中山 2019');
  await ruleOf(page, 'i06').click();
  const panel = panelOf(page);
  const answer = panel.getByRole('status');
  // The project's own figures, until somebody enters another.
  await expect.poll(() => answer.innerText()).toMatch(/^1\s*\/ 5[^]*≈ 64\.39%[^]*得 1 分$/);
  await panel.getByRole('textbox', { name: /预算支出完成率/ }).fill('64.4');
  await expect.poll(() => answer.innerText()).toContain('低于 95% 30.6 个百分点');

  await panel.getByRole('button', { name: '修改' }).click();
  await panel.getByRole('combobox', { name: '不足一档' }).selectOption({ label: '不足一档不计' });
  await expect.poll(() => answer.innerText()).toMatch(/^2\s*\/ 5/);
  await panel.getByRole('combobox', { name: '不足一档' }).selectOption({ label: '按比例折算' });
  await expect.poll(() => answer.innerText()).toMatch(/^1\.94\s*\/ 5/);
  await lookWhole(page, 'rules-editing');

  await panel.getByRole('textbox', { name: '最多扣（分）' }).fill('6');
  await expect
    .poll(() => page.locator('#cell-i06-rule-wrong').innerText())
    .toContain('6 分超过分值 5');
  await page
    .getByRole('button', { name: /还有 \d+ 处/ })
    .or(page.getByText(/还有 1 处需要补齐/))
    .first()
    .waitFor();
  await panel.getByRole('textbox', { name: '最多扣（分）' }).fill('5');
  await expect.poll(() => page.locator('#cell-i06-rule-wrong').count()).toBe(0);

  await panel.getByRole('textbox', { name: '界值（%）' }).fill('甲');
  await expect.poll(() => panel.innerText()).toContain('看不懂这个数');
  await panel.getByRole('textbox', { name: '界值（%）' }).fill('95');
  await page.keyboard.press('Escape');
  await expect.poll(() => panel.count()).toBe(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('cell-i06-rule');
  meeting.expectQuiet();
});

test('on a phone the fields have the whole width', async () => {
  const phone = { width: 390, height: 844, touch: true, language: 'en', theme: 'dark' } as const;
  const page = await meeting.create('Zhongshan 2019', phone);
  await ruleOf(page, 'i18').click();
  await panelOf(page).getByRole('button', { name: 'Edit' }).click();
  const width = (await panelOf(page).boundingBox())!.width;
  expect(width).toBeGreaterThan(300);
  await lookWhole(page, 'rules-phone');
  meeting.expectQuiet();
});

test('an objective indicator waits until the experts agree, and the chair sees who differs', async () => {
  await meeting.create('中山 2019');
  await meeting.invite();
  const seats = ['e1', 'e2', 'e3', 'e4', 'e5'];
  await cast.join('secretary', ...seats);
  await cast.until('secretary', (view) => view['joined'] === 5);
  await cast.act('secretary', { type: 'open-round' });
  const leaves = leavesOf(zhongshan2019.framework);
  const { cards } = scriptOf(zhongshan2019, '');
  const place = leaves.findIndex(({ id }) => id === 'i06');
  const misread = cards['e3']!.with(place, { score: '2', reason: '按整档计' });
  await Promise.all(
    seats.map((seat) => cast.score(seat, leaves, seat === 'e3' ? misread : cards[seat]!)),
  );
  await cast.until('e1', (view) => view['handedIn'] === 5);
  await cast.act('e1', { type: 'reveal', without: [] });

  const chair = await meeting.join('e1');
  await chair.getByRole('tab', { name: '组长台' }).click();
  const row = chair.locator('[data-desk="row"][data-leaf="i06"]');
  await expect.poll(() => row.innerText()).toContain('客观指标，评分不一致');
  await row.click();
  const article = chair.getByRole('article');
  await expect.poll(() => article.innerText()).toContain('多数为 1 分；不同的是：专家三 2 分');
  expect(await article.getByRole('button', { name: '定分', exact: true }).isDisabled()).toBe(true);
  await meeting.look(chair, 'console-objective');
  await chair.getByRole('button', { name: /无分歧项全部采纳/ }).click();
  const dialog = chair.getByRole('dialog');
  expect(await dialog.innerText()).not.toMatch(/资金使用效率性\s+1\.\d/);
  meeting.expectQuiet();
});
