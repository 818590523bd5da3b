import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { parsePoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import type { Outsider } from '../protocol/outsider.ts';
import { lookAround } from './looks.ts';
import { Meeting } from './meeting.ts';
import { scoredByPrograms } from './outsiders.ts';
import { scriptOf } from './scripts.ts';

/** Every screen from the reveal on, as screens.test.ts looks at those before it. */
let meeting: Meeting;
let people: Record<string, Outsider>;
const script = scriptOf(zhongshan2019, '中山 2019');
const leaves = leavesOf(zhongshan2019.framework);

beforeAll(async () => {
  meeting = await Meeting.open();
  people = await scoredByPrograms(meeting, zhongshan2019, script);
  // A recusal that was a mistake stays on record, and so on these screens.
  const about = { seat: 'e2', leaves: [leaves[0]!.id], reason: '参与过立项论证' };
  await people['secretary']!.act({ type: 'recuse', ...about });
  await people['secretary']!.act({ type: 'lift-recusal', recusal: 1, reason: '登记有误' });
  for (const seat of ['e1', 'e2']) await meeting.join(seat);
});
afterAll(async () => {
  for (const person of Object.values(people)) person.close();
  await meeting.close();
});

const lookAtConsole = (what: string): Promise<void> => {
  const page = meeting.pages['e1']!;
  const open = () => page.getByRole('tab', { name: '组长台', exact: true }).click();
  return lookAround(meeting, page, what, { open });
};

describe.sequential('every screen from the reveal on', () => {
  test('deliberation', async () => {
    await people['e1']!.act({ type: 'reveal', without: [] });
    await people['e1']!.act({ type: 'discuss', leaf: 'i06' });
    const notes = await people['secretary']!.open('notes', { seat: 'secretary' });
    notes.getText('reason:i06').insert(0, '经查阅验收资料，各位同意按规定扣分。');
    await decide([0, 1, 2]);
    await lookAtConsole('console-deciding');
    await lookAround(meeting, meeting.pages['e2']!, 'expert-revealed');
    await lookAround(meeting, meeting.pages['secretary']!, 'secretary-deciding');
    await decide(leaves.map((_, index) => index));
    await lookAtConsole('console-decided');
  });

  test('closing', async () => {
    await people['e1']!.act({ type: 'conclude' });
    await people['e3']!.act({ type: 'sign', dissent: '' });
    await people['e4']!.act({ type: 'sign', dissent: '对经济效益一项的扣分有保留。' });
    await lookAround(meeting, meeting.pages['e2']!, 'expert-signing');
    await lookAtConsole('console-signing');
    await lookAround(meeting, meeting.pages['secretary']!, 'secretary-signing');
    await people['e1']!.act({ type: 'seal', without: ['e1', 'e2', 'e5'] });
    await lookAround(meeting, meeting.pages['e2']!, 'expert-sealed');
    await lookAtConsole('console-sealed');
    await lookAround(meeting, meeting.pages['secretary']!, 'secretary-sealed');
    const secretary = meeting.pages['secretary']!;
    await secretary.goto(`${secretary.url()}/result`);
    await secretary.locator('.sheet').first().waitFor();
    await lookAround(meeting, secretary, 'result');
    expect(await secretary.locator('.sheet').count()).toBeGreaterThan(1);
    meeting.expectQuiet();
  });
});

async function decide(indices: number[]): Promise<void> {
  const decisions = indices.map((index) => ({
    leaf: leaves[index]!.id,
    score: parsePoints(script.decisions[index]!.score)!,
    reason: script.decisions[index]!.reason,
  }));
  await people['e1']!.act({ type: 'decide', decisions });
}
