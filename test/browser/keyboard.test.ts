import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { parsePoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import type { Outsider } from '../protocol/outsider.ts';
import { Meeting } from './meeting.ts';
import { scoredByPrograms } from './outsiders.ts';
import { scriptOf } from './scripts.ts';

/**
 * A chair goes through all twenty indicators of Fengshun with the keyboard alone, from the reveal to
 * the conclusion: nothing is clicked, nothing is focused by a program, and the page counts every
 * pointer event to prove it.
 */
const script = scriptOf(fengshun2023, '梅州丰顺 2023');
const leaves = leavesOf(fengshun2023.framework);
const NOTE = '经查阅批复文件，同意采信。';
const EXPERTS = ['e1', 'e2', 'e3', 'e4', 'e5'];

let meeting: Meeting;
let people: Record<string, Outsider>;
beforeAll(async () => {
  meeting = await Meeting.open();
  people = await scoredByPrograms(meeting, fengshun2023, script);
});
afterAll(async () => {
  for (const person of Object.values(people)) person.close();
  await meeting.close();
});

/** Counts every sign of a mouse, a pen or a finger from the first document on. */
async function watchPointers(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { pointers: number };
    seen.pointers = 0;
    const kinds = ['pointerdown', 'mousedown', 'touchstart', 'pointermove', 'wheel'];
    for (const kind of kinds) addEventListener(kind, () => (seen.pointers += 1), true);
  });
  return () => page.evaluate(() => (globalThis as unknown as { pointers: number }).pointers);
}

/** The secretary follows, writes a note from the keyboard too, and the chair reads along. */
async function takeNote(secretary: Page, chair: Page): Promise<void> {
  await secretary.getByRole('article').waitFor();
  await secretary.keyboard.press('n');
  await secretary.waitForFunction(() => document.activeElement?.matches('textarea'));
  await secretary.keyboard.type(NOTE);
  await secretary.keyboard.press('Escape');
  await chair.getByRole('article').getByText(NOTE).waitFor();
  await meeting.look(secretary, 'secretary-notes');
}

/** Tab, as often as it takes to come to a button of this name. */
async function tabTo(page: Page, name: string, most = 40): Promise<void> {
  for (let count = 0; count <= most; count++) {
    const found = await page.evaluate(
      (wanted) =>
        document.activeElement instanceof HTMLButtonElement &&
        document.activeElement.innerText.trim() === wanted,
      name,
    );
    if (found) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${name} by Tab`);
}

const focused = (page: Page, kind: string) =>
  page.waitForFunction(
    (wanted) => document.activeElement?.matches(wanted),
    { score: '[data-desk=score]', reason: '[data-card=reason]' }[kind]!,
  );

test('[KB1] from the reveal to the conclusion without a pointer', async () => {
  const chair = await meeting.device('e1', { width: 1440, height: 900 });
  const pointers = await watchPointers(chair);
  // The chair's clock is an hour fast: the meeting has lasted minutes all the same.
  await chair.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
  await chair.goto(meeting.invitation('e1').link);
  await chair.getByRole('tab', { name: '组长台', selected: true }).waitFor();
  const { keyboard } = chair;

  await tabTo(chair, '揭示');
  await keyboard.press('Enter');
  await chair.getByText('从分歧最大的开始').waitFor();
  await chair.locator('header p', { hasText: /会议用时\s*0\d:\d\d/ }).waitFor();

  // Nothing is chosen yet: Enter begins with the widest divergence.
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  const taken: string[] = [];
  for (let count = 1; count <= leaves.length; count++) {
    await chair.getByRole('button', { name: '定分', exact: true }).waitFor();
    const heading = await chair.getByRole('article').getByRole('heading', { level: 2 }).innerText();
    const name = heading.replace(/\s+[\d.]+$/, '');
    const index = script.names.indexOf(name);
    const wanted = script.decisions[index]!;
    if (parsePoints(wanted.score)! < leaves[index]!.points) {
      const reasons = EXPERTS.map((seat) => script.cards[seat]![index]!.reason);
      const with_ = reasons.findIndex((reason) => reason.trim() !== '');
      if (with_ >= 0) {
        await keyboard.press(String(with_ + 1));
        taken.push(name);
        await chair.waitForFunction(
          () => document.querySelector<HTMLTextAreaElement>('form [data-card=reason]')?.value,
        );
      } else {
        await keyboard.press('r');
        await focused(chair, 'reason');
        await keyboard.type('见评分标准');
        await keyboard.press('Escape');
      }
    }
    await keyboard.press('s');
    await focused(chair, 'score');
    await keyboard.type(wanted.score);
    await keyboard.press('Enter');
    await chair.getByText(/^已定分 /).waitFor();
    if (count === 2) {
      await meeting.look(chair, 'keyboard-deciding');
      await takeNote(meeting.pages['secretary']!, chair);
    }
    if (count < leaves.length) await keyboard.press('Enter');
  }
  expect(taken.length, 'reasons taken over by a number key').toBeGreaterThan(3);

  await chair.getByText('全部指标已定分。').waitFor();
  // Enter leads to the one act that is left, and asks before it is done.
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  await tabTo(chair, '形成结论', 0);
  await keyboard.press('Enter');
  const dialog = chair.getByRole('dialog');
  await dialog.getByText('总分 93.50').waitFor();
  await tabTo(chair, '形成结论', 3);
  await keyboard.press('Enter');
  await chair.getByRole('heading', { name: '签字' }).first().waitFor();

  expect(await pointers()).toBe(0);
  await people['secretary']!.until((view) => view['phase'] === 'concluded');
  expect(people['secretary']!.view).toMatchObject({ outcome: { total: 93_50, grade: '优' } });
  const secretary = meeting.pages['secretary']!;
  await secretary.goto(`/panel/${meeting.panel}/secretary/result`);
  await secretary.getByRole('tab', { name: '会议记录' }).click();
  await secretary.locator('.sheet', { hasText: '会议讨论记录' }).getByText(NOTE).waitFor();
  meeting.expectQuiet();
});

test('[KB1] the control: a click is counted', async () => {
  const page = await meeting.device('control', { width: 800, height: 600 });
  const pointers = await watchPointers(page);
  await page.goto('/');
  await page.mouse.click(10, 10);
  expect(await pointers()).toBeGreaterThan(0);
});
