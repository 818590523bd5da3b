import { afterAll, beforeAll, describe, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { parsePoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { Outsider } from '../protocol/outsider.ts';
import { lookAround } from './looks.ts';
import { Meeting } from './meeting.ts';
import { scriptOf } from './scripts.ts';

/**
 * Every screen up to the scores, but the projection (stage-screens.test.ts), at the widths, in both
 * languages and both themes: none scrolls sideways, axe finds nothing. What comes after the scores is
 * in closing-screens.test.ts. `npm run screens` files them in shots/ and looks at all widths; the
 * ordinary run looks at a phone and a laptop.
 */
let meeting: Meeting;
let people: Record<string, Outsider>;
const script = scriptOf(zhongshan2019, '中山 2019');
const leaves = leavesOf(zhongshan2019.framework);

beforeAll(async () => {
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

const chairTab = (name: string) => () =>
  meeting.pages['e1']!.getByRole('tab', { name, exact: true }).click();

describe.sequential('every screen up to the scores', () => {
  test('setup', async () => {
    const secretary = meeting.pages['secretary']!;
    await lookAround(meeting, secretary, 'setup');
    const address = secretary.url();
    await secretary.goto(`${address}/invitations`);
    await secretary.getByRole('heading', { level: 1 }).waitFor();
    await lookAround(meeting, secretary, 'invitations');
    await secretary.goto('/');
    await lookAround(meeting, secretary, 'start');
    await secretary.goto('/nowhere');
    await lookAround(meeting, secretary, 'lost');
    await secretary.goto(address);
    await lookAround(meeting, meeting.pages['e2']!, 'waiting');
    await lookAround(meeting, meeting.pages['e1']!, 'console-setup');
  });

  test('scoring', async () => {
    await people['secretary']!.act({ type: 'open-round' });
    for (const seat of ['e3', 'e4', 'e5']) await fillIn(seat, leaves.length);
    await fillIn('e2', 6);
    await lookAround(meeting, meeting.pages['e2']!, 'card');
    await lookAround(meeting, meeting.pages['e1']!, 'chair-card', { open: chairTab('我的评分表') });
    await lookAround(meeting, meeting.pages['e1']!, 'console-scoring', {
      open: chairTab('组长台'),
    });
    await lookAround(meeting, meeting.pages['secretary']!, 'secretary-scoring');
    await fillIn('e2', leaves.length);
    await lookAround(meeting, meeting.pages['e2']!, 'card-handed-in');
  });

  test('recusals and cards on paper', async () => {
    const [first] = leaves;
    const [secretary, e2] = [meeting.pages['secretary']!, meeting.pages['e2']!];
    const act = (command: object) => people['secretary']!.act(command);
    await people['e2']!.act({ type: 'take-back-card' });
    await act({ type: 'recuse', seat: 'e2', leaves: [first!.id], reason: '参与过立项论证' });
    await act({ type: 'key-in', seat: 'e2' });
    await lookAround(meeting, e2, 'card-on-paper');
    await lookAround(meeting, secretary, 'secretary-recusal');
    const keyingIn = async (): Promise<void> => {
      await secretary.getByRole('button', { name: '打开代录' }).click();
      await secretary.getByRole('table').waitFor();
    };
    await lookAround(meeting, secretary, 'secretary-keying-in', { open: keyingIn });
    await act({ type: 'stop-key-in', seat: 'e2' });
    await act({ type: 'lift-recusal', recusal: 1, reason: '登记有误' });
    await fillIn('e2', leaves.length);
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
