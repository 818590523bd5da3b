import type { Command } from '../panel/commands.ts';
import type { RefusalCode } from '../panel/refusals.ts';
import type { SittingCommand } from '../sitting/commands.ts';
import type { SittingView } from '../views/sitting.ts';
import type { Paper, View } from '../views/terms.ts';

/** A command with the operation id that makes it safe to repeat: same id, one effect, same answer. */
export interface Envelope {
  /** 8–64 characters of [A-Za-z0-9_-], fresh for each act of a person. */
  operation: string;
  command: Command;
}

/** Every request is answered: done (with the version that shows it), or refused with a reason. */
export type Answer =
  | { ok: true; version: number }
  | {
      ok: false;
      code: RefusalCode | 'malformed' | 'store-unavailable' | 'too-many-requests';
      /** One sentence that says what to do, in both languages. */
      zh: string;
      en: string;
      leaves?: string[];
      seats?: string[];
    };

export interface ClientEvents {
  command: (envelope: Envelope, answer: (answer: Answer) => void) => void;
  /** What time is it? Answered with milliseconds since 1970: a device's own clock may be wrong. */
  time: (answer: (now: number) => void) => void;
}

/** Why the server ends a connection for good. */
export type FarewellCode = 'link-voided' | 'not-your-seat';

export interface ServerEvents {
  paper: (paper: Paper) => void;
  view: (view: View) => void;
  farewell: (reason: { code: FarewellCode }) => void;
}

/** The socket.io namespace of sittings. */
export const SITTINGS = '/sittings';

export interface SittingEnvelope {
  operation: string;
  command: SittingCommand;
}

export interface SittingClientEvents {
  command: (envelope: SittingEnvelope, answer: (answer: Answer) => void) => void;
}

export interface SittingServerEvents {
  sitting: (view: SittingView) => void;
  farewell: (reason: { code: FarewellCode }) => void;
}
