import type { Draft, Log, LogRecord, Outcome } from '../../server/log/port.ts';

/** A draft that no fence stops, unless `over` says otherwise. */
export function draft(over: Partial<Draft> = {}): Draft {
  return {
    at: '2025-03-04T05:06:07.000Z',
    actor: 'e1',
    fact: { type: 'scores-changed' },
    expects: {},
    bumps: [],
    ...over,
  };
}

/** The record of an outcome that must be an acceptance. */
export function recordOf(outcome: Outcome | undefined): LogRecord {
  if (!outcome?.accepted) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.record;
}

/** Resolves with the panel at the first announcement that `wanted` takes. */
export function announced(log: Log, wanted: (panel: string) => boolean): Promise<string> {
  return new Promise((resolve) => {
    const stop = log.follow((panel) => {
      if (!wanted(panel)) return;
      stop();
      resolve(panel);
    });
  });
}
