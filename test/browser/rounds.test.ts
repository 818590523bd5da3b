import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import type { Outsider } from '../protocol/outsider.ts';
import { Meeting } from './meeting.ts';
import { scoredByPrograms } from './outsiders.ts';
import { scriptOf } from './scripts.ts';

const script = scriptOf(fengshun2023, '梅州丰顺 2023');
/** The indicator that is scored again. */
const leaf = leavesOf(fengshun2023.framework)[1]!;
const name = leaf.path.at(-1)!;

let meeting: Meeting;
let people: Record<string, Outsider>;
let chair: Page;
let expert: Page;
beforeAll(async () => {
  meeting = await Meeting.open();
  people = await scoredByPrograms(meeting, fengshun2023, script);
  chair = await meeting.join('e1');
  expert = await meeting.join('e3');
  await people['e1']!.act({ type: 'reveal', without: [] });
});
afterAll(async () => {
  for (const person of Object.values(people)) person.close();
  await meeting.close();
});

test('the chair opens a second round on one indicator; the last one stands beside the score', async () => {
  await chair.getByRole('button', { name: '再评一轮' }).click();
  const dialog = chair.getByRole('dialog');
  await dialog.getByRole('button', { name: '全不选' }).click();
  await expect
    .poll(() => dialog.getByRole('button', { name: '开启第 2 轮' }).isDisabled())
    .toBe(true);
  await dialog.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check();
  await meeting.look(chair, 'round-2-opening');
  await dialog.getByRole('button', { name: '开启第 2 轮' }).click();
  await expert.getByRole('heading', { name: '上一轮（第 1 轮）' }).waitFor();
  await expert.getByText('第 1 项，共 1 项').waitFor();
  const last = expert.getByRole('region', { name: '上一轮（第 1 轮）' });
  expect(await last.innerText()).toContain('全组 5 人');
  await meeting.look(expert, 'round-2-card-phone');
  await meeting.look(chair, 'round-2-card-chair');
});

test('an expert who is recused from it leaves the denominator; the others score again', async () => {
  const secretary = people['secretary']!;
  const reason = '与项目单位有合作关系';
  await secretary.act({ type: 'recuse', seat: 'e2', leaves: [leaf.id], reason });
  for (const seat of ['e1', 'e4', 'e5']) {
    const person = people[seat]!;
    const doc = await person.open(`${seat}.r2`);
    doc.getMap('scores').set(leaf.id, leaf.points);
    await person.handIn();
  }
  await expert.getByRole('textbox', { name: /^(得分|Score)/ }).fill('0');
  await expert.getByRole('textbox', { name: /^扣分理由/ }).fill('资料仍不足');
  await meeting.handIn(expert);
  await people['e1']!.act({ type: 'reveal', without: [] });
  await people['e1']!.until((view) => view['phase'] === 'revealed');
  const spreads = people['e1']!.view['spreads'] as { leaf: string; n: number; round: number }[];
  expect(spreads.find((spread) => spread.leaf === leaf.id)).toMatchObject({ n: 4, round: 2 });
  const others = spreads.filter((spread) => spread.leaf !== leaf.id);
  expect(others.every(({ n, round }) => n === 5 && round === 1)).toBe(true);
  // Now the widest divergence of all, so it comes first.
  await chair.getByRole('button', { name: '从分歧最大的开始' }).click();
  await chair.getByText(/^第 1 轮至第 2 轮：4 人中 \d 人改分/).waitFor();
  await chair.getByText(/^专家三 [\d.]+ → 0$/).waitFor();
  await meeting.look(chair, 'round-2-console');
  await expert
    .getByText(/^第 1 轮至第 2 轮：4 人中 \d 人改分/)
    .first()
    .waitFor();
  await meeting.look(expert, 'round-2-revealed');
});

test('the sheet says n = 4 and why, and signs and seals with both rounds in it', async () => {
  const decisions = leavesOf(fengshun2023.framework).map(({ id, points }) => ({
    ...{ leaf: id, score: points, reason: '' },
  }));
  await people['e1']!.act({ type: 'decide', decisions });
  await people['e1']!.act({ type: 'conclude' });
  for (const seat of ['e1', 'e2', 'e3', 'e4', 'e5'])
    await people[seat]!.act({ type: 'sign', dissent: '' });
  await people['e1']!.act({ type: 'seal', without: [] });
  await meeting.print(chair, 'two-rounds');
  expect(meeting.printed).toMatch(/n\s*[=＝]\s*4/);
  expect(meeting.printed).toContain('与项目单位有合作关系');
  meeting.expectQuiet();
});
