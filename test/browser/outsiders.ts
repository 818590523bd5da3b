import type { Preset } from '../../shared/framework/presets.ts';
import { parsePoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { Outsider } from '../protocol/outsider.ts';
import type { Meeting } from './meeting.ts';
import type { Script } from './walk.ts';

const EXPERTS = ['e1', 'e2', 'e3', 'e4', 'e5'];

/**
 * Brings a meeting to the point where all five cards are handed in, with programs in the seats: for
 * walks that are about what comes after. A panel that is there already is gone on with. By seat; the
 * caller closes them.
 */
export async function scoredByPrograms(
  meeting: Meeting,
  preset: Preset,
  script: Script,
): Promise<Record<string, Outsider>> {
  const leaves = leavesOf(preset.framework);
  if (meeting.panel === '') await meeting.create(script.preset);
  await meeting.invite();
  const joined = await Promise.all(
    ['secretary', ...EXPERTS].map((seat) =>
      Outsider.join(meeting.server.url, meeting.invitation(seat).code),
    ),
  );
  const people = Object.fromEntries(joined.map((person) => [person.seat, person]));
  await people['e1']!.until((view) => view['joined'] === 5);
  await people['secretary']!.act({ type: 'open-round' });
  for (const seat of EXPERTS) {
    const person = people[seat]!;
    await person.until((view) => view['phase'] === 'scoring');
    const doc = await person.open(`${seat}.r1`);
    for (const [index, { score, reason }] of script.cards[seat]!.entries()) {
      doc.getMap('scores').set(leaves[index]!.id, parsePoints(score)!);
      doc.getText(`reason:${leaves[index]!.id}`).insert(0, reason);
    }
    await person.handIn();
  }
  return people;
}
