import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { parsePoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { Outsider } from '../protocol/outsider.ts';
import { Meeting } from './meeting.ts';
import { scriptOf } from './scripts.ts';

/**
 * Every screen but the projection (stage-screens.test.ts) in every phase, at the widths, in both languages and both themes: none scrolls
 * sideways, axe finds nothing. `npm run screens` files them in shots/ and looks at all widths; the
 * ordinary run looks at a phone and a laptop.
 */
const ALL = process.env.SHOTS !== undefined;
const WIDTHS = ALL ? { 390: 844, 820: 1180, 1440: 900, 1920: 1080 } : { 390: 844, 1440: 900 };
const LOOKS = [
  { language: 'zh', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

let meeting: Meeting;
let people: Record<string, Outsider>;
const script = scriptOf(zhongshan2019, '中山 2019');
const leaves = leavesOf(zhongshan2019.framework);

beforeAll(async () => {
  if (ALL) mkdirSync(process.env.SHOTS!, { recursive: true });
  meeting = await Meeting.open();
  await meeting.create('中山 2019');
  await meeting.invite();
  const seats = ['secretary', 'e1', 'e2', 'e3', 'e4', 'e5'];
  const joined = await Promise.all(
    seats.map((seat) => Outsider.join(meeting.server.url, meeting.invitation(seat).code)),
  );
  people = Object.fromEntries(joined.map((person) => [person.seat, person]));
  await people['e1']!.until((view) => view['joined'] === 5);
  for (const seat of ['e1', 'e2']) await meeting.join(seat);
});
afterAll(async () => {
  for (const person of Object.values(people)) person.close();
  await meeting.close();
});

/** Looks at one page in every width, language and theme. */
async function lookAt(page: Page, what: string, prepare?: () => Promise<void>): Promise<void> {
  for (const { language, theme } of LOOKS) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.evaluate((chosen) => localStorage.setItem('heyi.language', chosen), language);
    await page.reload();
    await page.locator('main').first().waitFor();
    await page.waitForFunction(() => !/正在载入|Loading…/.test(document.body.innerText));
    await prepare?.();
    for (const [width, height] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width: Number(width), height });
      await meeting.look(page, `${what}-${language}-${theme}-${width}`);
    }
  }
}

const chairTab = (name: RegExp) => async () => {
  const page = meeting.pages['e1']!;
  await page.getByRole('tab', { name }).click();
};
const CONSOLE = /^(组长台|Chair's console)$/;
const CARD = /^(我的评分表|My scorecard)$/;

describe.sequential('every screen', () => {
  test('setup', async () => {
    const secretary = meeting.pages['secretary']!;
    await lookAt(secretary, 'setup');
    const address = secretary.url();
    await secretary.goto(`${address}/invitations`);
    await secretary.getByRole('heading', { level: 1 }).waitFor();
    await lookAt(secretary, 'invitations');
    await secretary.goto('/');
    await lookAt(secretary, 'start');
    await secretary.goto('/nowhere');
    await lookAt(secretary, 'lost');
    await secretary.goto(address);
    await lookAt(meeting.pages['e2']!, 'waiting');
    await lookAt(meeting.pages['e1']!, 'console-setup');
  });

  test('scoring', async () => {
    await people['secretary']!.act({ type: 'open-round' });
    for (const seat of ['e3', 'e4', 'e5']) await fillIn(seat, leaves.length);
    await fillIn('e2', 6);
    await lookAt(meeting.pages['e2']!, 'card');
    await lookAt(meeting.pages['e1']!, 'chair-card', chairTab(CARD));
    await lookAt(meeting.pages['e1']!, 'console-scoring', chairTab(CONSOLE));
    await lookAt(meeting.pages['secretary']!, 'secretary-scoring');
    await fillIn('e2', leaves.length);
    await lookAt(meeting.pages['e2']!, 'card-handed-in');
  });

  test('recusals and cards on paper', async () => {
    const [first] = leaves;
    const [secretary, e2] = [meeting.pages['secretary']!, meeting.pages['e2']!];
    const act = (command: object) => people['secretary']!.act(command);
    await people['e2']!.act({ type: 'take-back-card' });
    await act({ type: 'recuse', seat: 'e2', leaves: [first!.id], reason: '参与过立项论证' });
    await act({ type: 'key-in', seat: 'e2' });
    await lookAt(e2, 'card-on-paper');
    await lookAt(secretary, 'secretary-recusal');
    await lookAt(secretary, 'secretary-keying-in', async () => {
      await secretary.getByRole('button', { name: /^(打开代录|Go on keying in)/ }).click();
      await secretary.getByRole('table').waitFor();
    });
    await act({ type: 'stop-key-in', seat: 'e2' });
    await act({ type: 'lift-recusal', recusal: 1, reason: '登记有误' });
    await fillIn('e2', leaves.length);
  });

  test('deliberation', async () => {
    await fillIn('e1', leaves.length);
    await people['e1']!.act({ type: 'reveal', without: [] });
    await people['e1']!.act({ type: 'discuss', leaf: 'i06' });
    const notes = await people['secretary']!.open('notes', { seat: 'secretary' });
    notes.getText('reason:i06').insert(0, '经查阅验收资料，各位同意按规定扣分。');
    await decide([0, 1, 2]);
    await lookAt(meeting.pages['e1']!, 'console-deciding', chairTab(CONSOLE));
    await lookAt(meeting.pages['e2']!, 'expert-revealed');
    await lookAt(meeting.pages['secretary']!, 'secretary-deciding');
    await decide(leaves.map((_, index) => index));
    await lookAt(meeting.pages['e1']!, 'console-decided', chairTab(CONSOLE));
  });

  test('closing', async () => {
    await people['e1']!.act({ type: 'conclude' });
    await people['e3']!.act({ type: 'sign', dissent: '' });
    await people['e4']!.act({ type: 'sign', dissent: '对经济效益一项的扣分有保留。' });
    await lookAt(meeting.pages['e2']!, 'expert-signing');
    await lookAt(meeting.pages['e1']!, 'console-signing', chairTab(CONSOLE));
    await lookAt(meeting.pages['secretary']!, 'secretary-signing');
    await people['e1']!.act({ type: 'seal', without: ['e1', 'e2', 'e5'] });
    await lookAt(meeting.pages['e2']!, 'expert-sealed');
    await lookAt(meeting.pages['e1']!, 'console-sealed', chairTab(CONSOLE));
    await lookAt(meeting.pages['secretary']!, 'secretary-sealed');
    const secretary = meeting.pages['secretary']!;
    await secretary.goto(`${secretary.url()}/result`);
    await secretary.locator('.sheet').first().waitFor();
    await lookAt(secretary, 'result');
    expect(await secretary.locator('.sheet').count()).toBeGreaterThan(1);
    meeting.expectQuiet();
  });
});

/** Fills the first `count` lines of a seat's card as its script says, and hands in a full one. */
async function fillIn(seat: string, count: number): Promise<void> {
  const person = people[seat]!;
  await person.until((view) => view['phase'] === 'scoring');
  const doc = await person.open(`${seat}.r1`);
  for (const [index, line] of script.cards[seat]!.slice(0, count).entries()) {
    const { id } = leaves[index]!;
    doc.getMap('scores').set(id, parsePoints(line.score)!);
    const reason = doc.getText(`reason:${id}`);
    if (reason.length === 0) reason.insert(0, line.reason);
  }
  if (count === leaves.length) await person.handIn();
}

async function decide(indices: number[]): Promise<void> {
  const decisions = indices.map((index) => ({
    leaf: leaves[index]!.id,
    score: parsePoints(script.decisions[index]!.score)!,
    reason: script.decisions[index]!.reason,
  }));
  await people['e1']!.act({ type: 'decide', decisions });
}
