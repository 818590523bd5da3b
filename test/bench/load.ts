import type { Lane } from './lane.ts';
import { cpuSeconds, Recorder, type Quantiles } from './measure.ts';

/** `updates` by each writer at a steady pace, whatever comes back. */
export interface Paced {
  perSecond: number;
  updates: number;
}

/** `updates` by each writer as fast as they are delivered, at most `window` of them under way. */
export interface Saturated {
  window: number;
  updates: number;
}

/** What one phase on one server came to. Times in ms, CPU in µs. */
export interface Figures {
  updates: number;
  updatesPerSecond: number;
  /** Null where the operating system does not tell. */
  cpuPerUpdate: number | null;
  delivered: Quantiles;
  /** Null where the server acknowledges nothing. */
  saved: Quantiles | null;
  bytesToServer: number;
  bytesFromServer: number;
  /** Share of a core that the load itself took: near 1 it is the load that was measured. */
  generatorLoad: number;
}

/** Sends by the clock, the writers taking turns, so that a slow answer delays no later update. */
export async function sendPaced(lanes: readonly Lane[], { perSecond, updates }: Paced) {
  const quiet = untilQuiet(lanes, updates);
  const total = lanes.length * updates;
  const interval = 1000 / (lanes.length * perSecond);
  const start = performance.now();
  for (let n = 0; n < total;) {
    while (n < total && start + n * interval <= performance.now())
      lanes[n++ % lanes.length]!.send();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await quiet;
}

export async function sendSaturated(lanes: readonly Lane[], { window, updates }: Saturated) {
  const quiet = untilQuiet(lanes, updates, (lane, end) => {
    while (lane.sent < end && lane.sent - lane.delivered < window) lane.send();
  });
  await quiet;
}

/** Resolves when each lane has sent `updates` more and is quiet; `next` may send after each event. */
function untilQuiet(
  lanes: readonly Lane[],
  updates: number,
  next: (lane: Lane, end: number) => void = () => {},
): Promise<void> {
  return new Promise((resolve) => {
    const busy = new Set(lanes);
    for (const lane of lanes) {
      const end = lane.sent + updates;
      lane.onProgress = () => {
        next(lane, end);
        if (lane.sent === end && lane.isQuiet) busy.delete(lane);
        if (busy.size === 0) resolve();
      };
    }
    for (const lane of lanes) lane.onProgress(lane);
  });
}

/** Runs a phase between two marks: what the server used, what the clients saw. */
export async function measured(
  lanes: readonly Lane[],
  pid: number,
  updatesEach: number,
  phase: () => Promise<void>,
): Promise<Figures> {
  const updates = lanes.length * updatesEach;
  const recorders = { delivered: new Recorder(updates), saved: new Recorder(updates) };
  for (const lane of lanes) lane.recorders = recorders;
  const before = mark(lanes, pid);
  await phase();
  const after = mark(lanes, pid);
  const seconds = after.at - before.at;
  const cpu = after.cpu === null || before.cpu === null ? null : after.cpu - before.cpu;
  return {
    updates: recorders.delivered.count,
    updatesPerSecond: updates / seconds,
    cpuPerUpdate: cpu === null ? null : (cpu * 1e6) / updates,
    delivered: recorders.delivered.quantiles()!,
    saved: recorders.saved.quantiles(),
    bytesToServer: (after.sent - before.sent) / updates,
    bytesFromServer: (after.received - before.received) / updates,
    generatorLoad: (after.own - before.own) / seconds,
  };
}

function mark(lanes: readonly Lane[], pid: number) {
  const { user, system } = process.cpuUsage();
  let [sent, received] = [0, 0];
  for (const { bytes } of lanes) {
    sent += bytes.sent;
    received += bytes.received;
  }
  const at = performance.now() / 1000;
  return { at, cpu: cpuSeconds(pid), own: (user + system) / 1e6, sent, received };
}
