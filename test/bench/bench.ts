import { scriptOf, type CardScript } from './cards.ts';
import { Lane } from './lane.ts';
import {
  measured,
  sendPaced,
  sendSaturated,
  type Figures,
  type Paced,
  type Saturated,
} from './load.ts';
import type { Side } from './sides.ts';

export interface Plan {
  cards: number;
  rounds: number;
  /** Not measured: until both servers run compiled code. */
  warmUp: Saturated;
  paced: Paced;
  saturated: Saturated;
  /** Milliseconds without a delivery until an update counts as lost. */
  patience: number;
}

export const FULL: Plan = {
  cards: 100,
  rounds: 5,
  warmUp: { window: 4, updates: 100 },
  paced: { perSecond: 10, updates: 100 },
  // Within the burst that one connection is allowed, however fast the server is.
  saturated: { window: 4, updates: 300 },
  patience: 20_000,
};

/** To see that the benchmark works; its figures say little. */
export const SHORT: Plan = {
  cards: 20,
  rounds: 1,
  warmUp: { window: 4, updates: 10 },
  paced: { perSecond: 10, updates: 10 },
  saturated: { window: 4, updates: 40 },
  patience: 20_000,
};

export interface Outcome {
  paced: Figures;
  saturated: Figures;
}

/** One round beside each other, in this order. */
export interface Round {
  ours: Outcome;
  theirs: Outcome;
}

export interface Starters {
  ours: () => Promise<Side>;
  theirs: () => Promise<Side>;
}

/**
 * Ours, theirs, ours, theirs: a fresh process each time, the same bytes each time.
 * @throws Error when an update does not come exactly once, or a server ends up with other content.
 */
export async function runRounds(
  plan: Plan,
  start: Starters,
  say: (line: string) => void,
): Promise<Round[]> {
  const { warmUp, paced, saturated } = plan;
  const each = warmUp.updates + paced.updates + saturated.updates;
  const scripts = Array.from({ length: plan.cards }, (_, card) => scriptOf(card + 1, each));
  const rounds: Round[] = [];
  for (let round = 1; round <= plan.rounds; round++) {
    say(`round ${round} of ${plan.rounds}: heyi`);
    const ours = await onSide(plan, scripts, start.ours);
    say(`round ${round} of ${plan.rounds}: @y/websocket-server`);
    rounds.push({ ours, theirs: await onSide(plan, scripts, start.theirs) });
  }
  return rounds;
}

async function onSide(
  plan: Plan,
  scripts: readonly CardScript[],
  start: () => Promise<Side>,
): Promise<Outcome> {
  const side = await start();
  const lanes: Lane[] = [];
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      watch = watchDeliveries(lanes, plan.patience, reject);
      drive(plan, scripts, side, lanes, reject).then(resolve, reject);
    });
  } finally {
    clearInterval(watch);
    await side.stop();
  }
}

async function drive(
  { warmUp, paced, saturated }: Plan,
  scripts: readonly CardScript[],
  { cards, pid, acknowledges }: Side,
  lanes: Lane[],
  failed: (error: Error) => void,
): Promise<Outcome> {
  for (const [n, card] of cards.entries())
    lanes.push(await Lane.open(card, scripts[n]!, acknowledges, failed));
  await sendSaturated(lanes, warmUp);
  const outcome = {
    paced: await measured(lanes, pid, paced.updates, () => sendPaced(lanes, paced)),
    saturated: await measured(lanes, pid, saturated.updates, () => sendSaturated(lanes, saturated)),
  };
  for (const lane of lanes) await lane.verify();
  for (const lane of lanes) lane.close();
  return outcome;
}

/** A lost update would otherwise be waited for without end. */
function watchDeliveries(
  lanes: readonly Lane[],
  patience: number,
  failed: (error: Error) => void,
): NodeJS.Timeout {
  let before = -1;
  return setInterval(() => {
    const delivered = lanes.reduce((sum, lane) => sum + lane.delivered, 0);
    const sent = lanes.reduce((sum, lane) => sum + lane.sent, 0);
    if (delivered === before) failed(new Error(`${delivered} of ${sent} updates were delivered`));
    before = delivered;
  }, patience);
}
