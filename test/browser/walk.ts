import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Meeting, ScriptLine } from './meeting.ts';

/** What a whole meeting is played with. */
export interface Script {
  preset: string;
  /** The experts' lines, by seat. */
  cards: Record<string, ScriptLine[]>;
  /** What the chair decides, in printing order. */
  decisions: ScriptLine[];
  /** Names of the leaves, in printing order. */
  names: string[];
}

const SEATS = ['e1', 'e2', 'e3', 'e4', 'e5'];

/** 1, 2: the secretary prepares and starts; everybody comes in by their own link. */
export async function prepare(meeting: Meeting, script: Script): Promise<void> {
  const secretary = await meeting.create(script.preset);
  await secretary.getByRole('textbox', { name: '主管部门' }).fill('县司法局');
  await secretary.getByRole('textbox', { name: '项目单位' }).fill('县社区矫正中心');
  await expect.poll(() => secretary.getByText(/^已保存 \d/).count()).toBeGreaterThan(0);
  await meeting.look(secretary, 'setup');
  await meeting.invite();
  for (const seat of SEATS) await meeting.join(seat);
  const projection = await meeting.join('projection', { width: 1920, height: 1080 });
  await projection.getByText('位专家已到场').waitFor();
  await meeting.look(projection, 'projection-welcome');
  await meeting.look(meeting.pages['e3']!, 'waiting');
  await secretary.getByRole('button', { name: '开始评分' }).click();
  await meeting.look(secretary, 'setup-start');
  await secretary.getByRole('button', { name: '确认开始' }).click();
  await projection.getByText('独立评分').waitFor();
}

/** 3: five experts score at the same moment, each on an own device, and hand in. */
export async function score(meeting: Meeting, script: Script): Promise<void> {
  const { pages } = meeting;
  await Promise.all(SEATS.map((seat) => meeting.score(pages[seat]!, script.cards[seat]!)));
  await meeting.look(pages['e2']!, 'card-tablet');
  await meeting.look(pages['e3']!, 'card-phone');
  await meeting.look(pages['e4']!, 'card-laptop');
  await pages['e4']!.getByRole('button', { name: '表格' }).click();
  await pages['e4']!.getByRole('table').first().waitFor();
  await meeting.look(pages['e4']!, 'card-table');
  for (const seat of SEATS) await meeting.handIn(pages[seat]!);
  await meeting.look(pages['e3']!, 'card-handed-in');
  await meeting.look(pages['projection']!, 'projection-scoring');
}

/** 5: the chair reveals. */
export async function reveal(meeting: Meeting): Promise<void> {
  const chair = meeting.pages['e1']!;
  await chair.getByRole('tab', { name: '组长台' }).click();
  await meeting.look(chair, 'console-scoring');
  await chair.getByRole('button', { name: '揭示', exact: true }).click();
  await meeting.pages['projection']!.getByText('已揭示').first().waitFor();
  await meeting.look(meeting.pages['projection']!, 'projection-revealed');
}

/** 6: the chair goes through the queue with the keyboard, widest divergence first. */
export async function decide(meeting: Meeting, script: Script): Promise<void> {
  const { names } = script;
  const { e1: chair, projection, secretary } = meeting.pages as Record<string, Page>;
  await chair!.getByRole('button', { name: '从分歧最大的开始' }).click();
  for (let count = 1; count <= names.length; count++) {
    const line = script.decisions[names.indexOf(await currentIndicator(chair!))]!;
    const field = chair!.getByRole('textbox', { name: /^定分（/ });
    await field.fill(line.score);
    const reason = chair!.getByRole('textbox', { name: '扣分理由' });
    if ((await reason.inputValue()) !== line.reason) await reason.fill(line.reason);
    if (count === 1) await meeting.look(chair!, 'console-deciding');
    await field.press('Enter');
    await chair!.getByText(/^已定分 /).waitFor();
    if (count === 3) {
      await meeting.look(projection!, 'projection-discussion');
      await meeting.look(secretary!, 'secretary-deciding');
      await meeting.look(meeting.pages['e3']!, 'expert-revealed');
    }
    if (count < names.length) await chair!.keyboard.press('Enter');
  }
  await meeting.look(chair!, 'console-decided');
  await projection!.getByText('评价等级').waitFor();
  await meeting.look(projection!, 'projection-grade');
}

/** The indicator on the chair's desk, once it is one that is still open. */
async function currentIndicator(chair: Page): Promise<string> {
  await chair.getByRole('button', { name: '定分', exact: true }).waitFor();
  const heading = await chair.getByRole('article').getByRole('heading', { level: 2 }).innerText();
  return heading.replace(/\s+[\d.]+$/, '');
}

/** 7: conclusion, five signatures (one with a dissent), seal. */
export async function close(meeting: Meeting): Promise<void> {
  const { pages } = meeting;
  const chair = pages['e1']!;
  await chair.getByRole('button', { name: '形成结论' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '形成结论' }).click();
  for (const seat of SEATS) {
    const page = pages[seat]!;
    await page.getByRole('button', { name: '签字', exact: true }).first().waitFor();
    if (seat === 'e3') await meeting.look(page, 'expert-signing');
    if (seat === 'e5') {
      await page.getByRole('button', { name: '我有保留意见' }).click();
      await page.getByRole('textbox', { name: '保留意见' }).fill('对第三项的扣分有保留。');
      await page.getByRole('button', { name: '签字并保留意见' }).click();
    } else await page.getByRole('button', { name: '签字', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: /^签字/ }).click();
    await page.getByText('您已签字').waitFor();
  }
  await meeting.look(pages['projection']!, 'projection-signatures');
  await meeting.look(chair, 'console-signing');
  await chair.getByRole('button', { name: '封存', exact: true }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '封存' }).click();
  for (const seat of ['e1', 'e3', 'secretary'])
    await pages[seat]!.getByText('结果已封存').first().waitFor();
  await meeting.look(pages['projection']!, 'projection-sealed');
  await meeting.look(chair, 'console-sealed');
  await meeting.look(pages['e3']!, 'expert-sealed');
}
