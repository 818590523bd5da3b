import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { parsePoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { readPdf } from '../kit/pdf.ts';
import type { Outsider } from '../protocol/outsider.ts';
import { lookAround } from './looks.ts';
import { Meeting } from './meeting.ts';
import { scoredByPrograms } from './outsiders.ts';
import { scriptOf } from './scripts.ts';

/** A framework with the slips of its printed table: what the audit says of it, and to whom. */
const script = scriptOf(fengshun2023, '梅州丰顺 2023');
const leaves = leavesOf(fengshun2023.framework);
const named = (name: string) => leaves.findIndex(({ path }) => path.at(-1) === name);

let meeting: Meeting;
let secretary: Page;
let people: Record<string, Outsider> = {};
beforeAll(async () => {
  meeting = await Meeting.open();
  secretary = await meeting.create(script.preset);
});
afterAll(async () => {
  for (const person of Object.values(people)) person.close();
  await meeting.close();
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe.sequential('what does not agree with itself', () => {
  test('set-up: a doubt leads to its cell; a sum that is off keeps the panel from starting', async () => {
    const reasons = secretary.locator('#start-reasons');
    const doubt = reasons.getByRole('link', { name: /资金支出率.*得 300 分/ });
    await doubt.click();
    const criteria = `cell-${leaves[named('资金支出率')]!.id}-criteria`;
    await expect.poll(() => focused(secretary)).toBe(criteria);

    const points = secretary.locator('#cell-g07-points');
    await points.fill('4');
    await points.press('Enter');
    const off = reasons.getByRole('link', { name: /资金分配.*4.*3/ });
    await off.waitFor();
    await lookAround(meeting, secretary, 'audit-setup', { at: '#start-reasons' });
    const start = secretary.getByRole('button', { name: '开始评分' });
    expect(await start.isDisabled()).toBe(true);
    await off.click();
    await expect.poll(() => focused(secretary)).toBe('cell-g07-points');
    await points.fill('3');
    await points.press('Enter');
    await off.waitFor({ state: 'detached' });
    // The doubts stay, and keep nobody from starting.
    await doubt.waitFor();
    await expect.poll(() => start.isEnabled()).toBe(true);
  });

  test('the forms are shown, printed, and saved as files before there is a result', async () => {
    const page = secretary;
    await page.goto(`/panel/${meeting.panel}/secretary/forms`);
    await page.locator('.sheet').first().waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual([
      ...['空白评分表', '签到表', '承诺与回避'],
    ]);
    expect(await meeting.print(page, 'forms', '签到表')).toBe(1);
    expect(meeting.printed).toContain('专家五');
    const coming = page.waitForEvent('download');
    await page.getByRole('tab', { name: '空白评分表' }).click();
    await page.getByRole('link', { name: '空白评分表，PDF 格式' }).click();
    const pdf = readPdf(readFileSync(await (await coming).path()));
    expect(pdf.pages.join('')).toContain('资金支出率');
    await lookAround(meeting, page, 'forms');
    await page.goto(`/panel/${meeting.panel}/secretary`);
  });

  test('console: a reason that names another amount is listed, leads there, and is told of before the conclusion', async () => {
    people = await scoredByPrograms(meeting, fengshun2023, script);
    const decisions = script.decisions.map(({ score, reason }, index) => ({
      ...{ leaf: leaves[index]!.id, score: parsePoints(score)!, reason },
    }));
    const at = script.decisions.findIndex(({ reason }) => reason !== '');
    const odd = { ...decisions[at]!, reason: '依据不充分，扣9分' };
    await people['e1']!.act({ type: 'reveal', without: [] });
    await people['e1']!.act({ type: 'decide', decisions: decisions.with(at, odd) });

    const chair = await meeting.join('e1');
    await chair.getByRole('tab', { name: '组长台' }).click();
    const audit = chair.locator('details').filter({ hasText: '一致性核对' });
    await audit.locator('summary').click();
    const finding = audit.getByRole('listitem').filter({ hasText: '理由中写明扣 9 分' });
    const name = leaves[at]!.path.at(-1)!;
    await finding.getByRole('button', { name }).click();
    await chair.getByRole('article').getByRole('heading', { level: 2, name }).waitFor();
    await lookAround(meeting, chair, 'audit-console', {
      open: async () => {
        await chair.getByRole('tab', { name: '组长台' }).click();
        await audit.locator('summary').click();
      },
      at: 'summary:has-text("一致性核对"), summary:has-text("Consistency")',
    });
    await chair.getByRole('button', { name: '形成结论' }).click();
    const dialog = chair.getByRole('dialog');
    await dialog.getByText(/一致性核对有 \d+ 处提醒/).waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();

    await people['e1']!.act({ type: 'decide', decisions: [decisions[at]!] });
    await finding.waitFor({ state: 'detached' });
    await chair.getByRole('button', { name: '形成结论' }).click();
    await dialog.getByRole('button', { name: '形成结论' }).click();
    await chair.getByRole('button', { name: '签字', exact: true }).first().waitFor();
    meeting.expectQuiet();
  });
});
