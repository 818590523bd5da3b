import type { Leaf } from '../../shared/framework/terms.ts';
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

/** Indicators that are scored again in a second round. */
const AGAIN = 2;
const DISSENT = '示例：建议在报告中单独说明成本指标的核实情况。';

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

/**
 * Five people score, the chair reveals; two indicators are scored again and come out as published; the
 * chair decides, everybody signs, one of them with a dissent, and the chair seals.
 */
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
  /** All five fill in their cards of a round at once, and hand in one after the other. */
  const score = (scored: readonly Leaf[], round: number) =>
    Promise.all(
      experts.map(async (expert, number) => {
        const seat = seats[number]!;
        const write = await expert.openCard(
          cardOf(seat, round),
          scored.map(({ id }) => id),
        );
        for (const leaf of scored) {
          const index = leaves.indexOf(leaf);
          await pause(PACE.line * (0.7 + 0.15 * ((number + index) % 5)));
          const result = published(leaf.id);
          write(leaf.id, round === 1 ? illustrativeLine(leaf, index, number, result) : result);
        }
        await settled(room, seat, scored.length);
        await pause(PACE.handIn * number);
        await expert.command({ type: 'submit-card' });
      }),
    );

  await pause(PACE.start);
  await chair.command({ type: 'open-round' });
  await score(leaves, 1);
  await pause(PACE.reveal);
  await chair.command({ type: 'reveal', without: [] });
  await pause(PACE.reveal);

  // They talk about what they see most differently, and score that again.
  const apart = widest(leaves, AGAIN);
  await chair.command({ type: 'discuss', leaf: apart[0]!.id });
  await pause(PACE.discuss);
  await chair.command({ type: 'open-round', leaves: apart.map(({ id }) => id) });
  await score(apart, 2);
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
  for (const [number, expert] of experts.entries()) {
    await pause(PACE.sign);
    const dissents = number === experts.length - 1;
    await expert.command({ type: 'sign', dissent: dissents ? DISSENT : '' });
  }
  await pause(PACE.seal);
  await chair.command({ type: 'seal', without: [] });
  for (const expert of experts) expert.close();
}

/** The indicators whose first scores lie furthest apart, as shares of their points. */
function widest(leaves: readonly Leaf[], count: number): Leaf[] {
  const range = (leaf: Leaf): number => {
    const index = leaves.indexOf(leaf);
    const scores = [0, 1, 2, 3, 4].map(
      (number) => illustrativeLine(leaf, index, number, published(leaf.id)).score,
    );
    return (Math.max(...scores) - Math.min(...scores)) / leaf.points;
  };
  return [...leaves].sort((a, b) => range(b) - range(a)).slice(0, count);
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
