import { leavesOf } from '../../shared/framework/tree.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { PUBLISHED } from '../../shared/framework/presets/published.ts';
import { cardOf, expertSeats, linkIssue } from '../../shared/panel/seats.ts';
import { initialSetup } from '../../shared/panel/setup.ts';
import type { Room } from '../panel/room.ts';
import type { Running } from '../serve.ts';
import { Person } from './person.ts';
import { illustrativeLine } from './scores.ts';

/** Seconds at speed 1: slow enough to watch, all of it in about five minutes. */
const PACE = {
  join: 3,
  start: 4,
  line: 2,
  handIn: 2,
  reveal: 6,
  discuss: 3,
  decide: 5,
  sign: 2,
  seal: 4,
};

/** The panel of the demo: the Fengshun framework and project, everybody 专家一 … 专家五. */
export async function createDemoPanel({ rooms }: Running): Promise<Room> {
  const setup = initialSetup(fengshun2023.framework);
  return rooms.create({
    ...setup,
    project: fengshun2023.project,
    rules: { ...setup.rules, grades: fengshun2023.grades },
    illustrative: true,
  });
}

/** Five people score, the chair reveals, decides as published, everybody signs, the chair seals. */
export async function play(running: Running, room: Room, speed: number): Promise<void> {
  const pause = (seconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / speed));
  const leaves = leavesOf(room.state.setup.framework);
  const seats = expertSeats(room.state.setup);
  const experts: Person[] = [];
  for (const seat of seats) {
    await pause(PACE.join);
    const code = running.secrets.code(room.panel, seat, linkIssue(room.state, seat));
    experts.push(await Person.join(running.local, code));
  }
  const chair = experts[0]!;

  await pause(PACE.start);
  await chair.command({ type: 'open-round' });
  await Promise.all(
    experts.map(async (expert, number) => {
      const seat = seats[number]!;
      const write = await expert.openCard(
        cardOf(seat, 1),
        leaves.map(({ id }) => id),
      );
      for (const [index, leaf] of leaves.entries()) {
        await pause(PACE.line * (0.7 + 0.15 * ((number + index) % 5)));
        write(leaf.id, illustrativeLine(leaf, index, number, published(leaf.id)));
      }
      await settled(room, seat, leaves.length);
      await pause(PACE.handIn * number);
      await expert.command({ type: 'submit-card' });
    }),
  );

  await pause(PACE.reveal);
  await chair.command({ type: 'reveal', without: [] });
  await pause(PACE.reveal);
  for (const { id } of leaves) {
    await chair.command({ type: 'discuss', leaf: id });
    await pause(PACE.discuss);
    await chair.command({ type: 'decide', decisions: [{ leaf: id, ...published(id) }] });
    await pause(PACE.decide);
  }
  await pause(PACE.reveal);
  await chair.command({ type: 'conclude' });
  for (const expert of experts) {
    await pause(PACE.sign);
    await expert.command({ type: 'sign', dissent: '' });
  }
  await pause(PACE.seal);
  await chair.command({ type: 'seal', without: [] });
  for (const expert of experts) expert.close();
}

function published(leaf: string): { score: number; reason: string } {
  const result = PUBLISHED['fengshun-2023'].results[leaf];
  if (!result) throw new Error(`nothing published for ${leaf}`);
  return { score: result.score, reason: result.reason };
}

/** Resolves once the server has everything that this seat wrote: an unmodified provider can't tell. */
function settled(room: Room, seat: string, lines: number): Promise<void> {
  const complete = (): boolean =>
    room.state.phase === 'scoring' &&
    Object.values(room.state.round.cards[seat]!.content).filter(({ mark }) => mark).length ===
      lines;
  if (complete()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = room.observe(() => {
      if (!complete()) return;
      stop();
      resolve();
    });
  });
}
