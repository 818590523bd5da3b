import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { parsePoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import type { Slide } from '../../shared/panel/stage.ts';
import { Cast } from './cast.ts';
import { large } from './large-panel.ts';
import { Meeting, type ScriptLine } from './meeting.ts';
import { scriptOf } from './scripts.ts';
import { expectLegible, expectWhole } from './wall.ts';

/**
 * The projection in every state: legible from the back row, nothing cut, axe finds nothing. `npm run
 * screens` files both sizes in both themes and languages; the ordinary run looks at two of them.
 */
const ALL = process.env.SHOTS !== undefined;
const SIZES = [
  [1280, 720],
  [1920, 1080],
] as const;
const LOOKS = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    SIZES.map(([width, height]) => ({ language, theme, width, height })),
  ),
);
/** Each language, theme and size once. */
const SHORT = LOOKS.filter(({ language, theme, height }) => {
  const chinese = language === 'zh';
  return chinese === (theme === 'light') && chinese === (height === 720);
});

let meeting: Meeting;
let cast: Cast;
beforeEach(async () => {
  if (ALL) mkdirSync(process.env.SHOTS!, { recursive: true });
  meeting = await Meeting.open();
  cast = new Cast(meeting);
});
afterEach(async () => {
  cast.close();
  await meeting.close();
});

/** One state of the wall, in every look. */
async function lookAt(page: Page, what: string, number = true): Promise<void> {
  for (const { language, theme, width, height } of ALL ? LOOKS : SHORT) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await page.evaluate((chosen) => localStorage.setItem('heyi.language', chosen), language);
    await page.reload();
    await page.getByText(/^(实时|Live)$/).waitFor();
    const name = `wall-${what}-${language}-${theme}-${height}`;
    await meeting.look(page, name);
    await expectLegible(page, name, number);
    await expectWhole(page, name);
  }
}

async function lead(slide: Slide, leaf: string | null = null, step = 0): Promise<void> {
  await cast.act('e1', { type: 'set-stage', led: { slide, leaf, step }, blank: false });
}

interface Panel {
  name: string;
  leaves: readonly Leaf[];
  seats: readonly string[];
  lines: (seat: string) => readonly ScriptLine[];
  decisions: readonly ScriptLine[];
  /** The indicator that is talked about. */
  about: string;
}

/** Every state of one panel's wall, from the first guest to the last word. */
async function throughAll({ name, leaves, seats, lines, decisions, about }: Panel): Promise<void> {
  const wall = await meeting.join('projection', { width: 1280, height: 720 });
  await cast.join(...seats.slice(0, 3));
  await cast.until('e1', (view) => view['joined'] === 3);
  await lookAt(wall, `${name}-welcome`);
  await cast.act('secretary', { type: 'open-round' });
  for (const seat of seats.slice(0, 3)) await cast.score(seat, leaves, lines(seat));
  await cast.join(...seats.slice(3));
  await lookAt(wall, `${name}-scoring`);
  for (const seat of seats.slice(3)) await cast.score(seat, leaves, lines(seat));
  await cast.act('e1', { type: 'reveal', without: [] });
  await lookAt(wall, `${name}-overview`);
  if (leaves.length > 20) {
    await lead('overview', null, 1);
    await lookAt(wall, `${name}-overview-2`);
  }
  for (const step of [0, 1, 2]) {
    await lead('reveal', about, step);
    await lookAt(wall, `${name}-reveal-${step}`, step === 2);
  }
  await lead('discussion', about);
  await lookAt(wall, `${name}-discussion`);
  const decided = decisions.map(({ score, reason }, index) => ({
    ...{ leaf: leaves[index]!.id, score: parsePoints(score)!, reason },
  }));
  const half = decided.slice(0, decided.length / 2);
  await cast.act('e1', { type: 'decide', decisions: decided.filter(({ leaf }) => leaf === about) });
  await lookAt(wall, `${name}-discussion-decided`);
  await cast.act('e1', { type: 'decide', decisions: half });
  await lead('decisions');
  await lookAt(wall, `${name}-decisions`);
  await cast.act('e1', { type: 'decide', decisions: decided });
  await lead('grade');
  await lookAt(wall, `${name}-grade`);
  await cast.act('e1', { type: 'conclude' });
  await cast.act('e2', { type: 'sign', dissent: '' });
  await lookAt(wall, `${name}-signatures`);
  await lead('thanks');
  await lookAt(wall, `${name}-thanks`);
  await cast.act('e1', { type: 'seal', without: [...seats] });
  await lookAt(wall, `${name}-sealed`);
  await wall.keyboard.press('ArrowRight');
  await wall.getByText(/^(感谢各位专家|Thank you all)$/).waitFor();
  meeting.expectQuiet();
}

test('the wall of an ordinary panel', async () => {
  await meeting.create('中山 2019');
  await meeting.invite();
  await cast.join('secretary');
  const script = scriptOf(zhongshan2019, '中山 2019');
  await throughAll({
    name: 'ordinary',
    leaves: leavesOf(zhongshan2019.framework),
    seats: ['e1', 'e2', 'e3', 'e4', 'e5'],
    lines: (seat) => script.cards[seat]!,
    decisions: script.decisions,
    about: 'i06',
  });
});

test('the wall of a large panel: fifteen experts, four levels, forty leaves, long names', async () => {
  await meeting.create('中山 2019');
  await meeting.invite();
  await cast.join('secretary');
  for (const [section, value] of Object.entries(large.sections)) await cast.setUp(section, value);
  await meeting.invite();
  await throughAll(large);
  expect(large.leaves).toHaveLength(40);
});
