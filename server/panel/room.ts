import { decide } from '../../shared/panel/decide/decide.ts';
import { evolve } from '../../shared/panel/evolve.ts';
import type { Command } from '../../shared/panel/commands.ts';
import type { Entry } from '../../shared/panel/facts.ts';
import type { Refusal } from '../../shared/panel/refusals.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import { versionOf } from '../../shared/views/version.ts';
import type { Log } from '../log/port.ts';
import { LiveLog, replay, type Fold } from './live-log.ts';
import { draftOf, entryOf } from './records.ts';

export type CommandOutcome = { ok: true; version: number } | { ok: false; refusal: Refusal };

const PANEL: Fold<PanelState, Entry> = {
  entryOf,
  evolve,
  // Somebody who asks to reopen a sealed panel moves the log on, but not what its papers say.
  keepsHead: ({ phase }, { fact }) => phase === 'sealed' && fact.type !== 'reopened',
};

/** One panel on this node. */
export class Room extends LiveLog<PanelState, Entry> {
  /** Replays a panel from its log; null where the log has none of that name. */
  static async open(log: Log, panel: string): Promise<Room | null> {
    const standing = await replay(log, panel, PANEL);
    return standing && new Room(log, panel, PANEL, standing);
  }

  get panel(): string {
    return this.id;
  }

  /**
   * Decides a command and appends what comes of it. The same operation of the same seat acts once
   * and is answered alike, on every node. Rejects with LogUnavailable when the outcome is unknown.
   */
  async execute(command: Command, seat: SeatId, operation: string): Promise<CommandOutcome> {
    const refusal = await this.carryOut(
      { seat, operation },
      (state) => decide(state, command, { seat, head: this.head }),
      (state, fact) => draftOf(state, fact, { seat, operation, at: now() }),
    );
    if (refusal === null) return { ok: true, version: versionOf(this.state) };
    return { ok: false, refusal: refusal === 'raced' ? { code: 'changed-meanwhile' } : refusal };
  }
}

const now = (): string => new Date().toISOString();
