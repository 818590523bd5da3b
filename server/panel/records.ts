import type { EditPayload, Entry, Fact } from '../../shared/panel/facts.ts';
import { fenceOf } from '../../shared/panel/fence.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import type { Draft, Fences, LogRecord } from '../log/port.ts';

interface Origin {
  seat: SeatId;
  at: string;
  operation?: string;
  payload?: EditPayload;
}

/** A fact as the log takes it: fenced by the counters as `state` (null: no panel yet) knows them. */
export function draftOf(state: PanelState | null, fact: Fact, origin: Origin): Draft {
  return fencedDraft(state?.fences ?? {}, fact, fenceOf(fact), origin);
}

/** The same for a log of another kind, with the fence that its fact has there. */
export function fencedDraft(
  fences: Fences,
  fact: unknown,
  fence: { expects: string[]; bumps: string[] },
  origin: Origin,
): Draft {
  const expects = Object.fromEntries(
    fence.expects.map((counter) => [counter, fences[counter] ?? 0]),
  );
  const bumps = [...fence.bumps];
  if (origin.operation !== undefined) {
    // The operation is a fence of its own: repeated on two nodes at once, one of them is refused.
    const counter = `op:${origin.seat}:${origin.operation}`;
    expects[counter] = 0;
    bumps.push(counter);
  }
  const { at, seat: actor, operation, payload } = origin;
  return {
    at,
    actor,
    fact,
    expects,
    bumps,
    ...(operation === undefined ? {} : { operation }),
    ...(payload === undefined ? {} : { payload }),
  };
}

/** A stored record as the fold takes it. The log has verified it, so its shape is ours. */
export function entryOf({ entry, payload }: LogRecord): Entry {
  const { position, at, actor, operation, bumps } = entry;
  const fact = entry.fact as Fact;
  const edit = fact.type === 'scores-changed' ? (payload as EditPayload) : undefined;
  return {
    position,
    at,
    actor,
    bumps,
    fact,
    ...(operation === undefined ? {} : { operation }),
    ...(edit === undefined ? {} : { changes: edit.changes, updates: edit.updates }),
  };
}
