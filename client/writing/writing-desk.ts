import { longestIn, type PartId } from '../../shared/panel/analysis.ts';
import type { Command } from '../../shared/panel/commands.ts';
import type { AnalysisView } from '../../shared/views/analysis.ts';
import type { Answer } from '../../shared/wire/events.ts';

/** How a part stands between this device and the server. */
export type PartState =
  /** As the server has it. */
  | { kind: 'still' }
  /** On this device only. */
  | { kind: 'typed' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  /** Somebody else wrote here meanwhile: both texts are shown, one is chosen. */
  | { kind: 'moved' }
  | { kind: 'refused'; zh: string; en: string };

/** What this device says of a part: what `write-analysis` would send. */
export interface Typed {
  text: string | null;
  base: number;
  answers: number;
}

/** What this device knows of the analysis, and of which version of the panel. */
export interface Sent {
  analysis: AnalysisView;
  version: number;
}

/** Where typed words are kept until the server has them. */
export interface Kept {
  read: () => Readonly<Record<string, Typed>>;
  write: (typed: Readonly<Record<string, Typed>>) => void;
}

interface Flight {
  typed: Typed;
  /** The version that shows what came of it, once it was answered. */
  version: number | null;
}

/** Milliseconds without a keystroke after which a part is saved. */
export const PAUSE = 1200;
/** Milliseconds before a save is tried again that the server had no room for. */
const BREATH = 2000;
const STILL: PartState = { kind: 'still' };

/**
 * The parts of the analysis as this writer sees them: the newest view, overlaid with what is typed
 * here and not yet the server's. Each part is saved by itself, on top of the text that its writer saw.
 */
export class WritingDesk {
  readonly #send: (command: Command) => Promise<Answer>;
  readonly #kept: Kept;
  readonly #onchange: () => void;
  readonly #now: () => number;
  #sent: Sent;
  #typed: Readonly<Record<string, Typed>> = {};
  #states: Readonly<Record<string, PartState>> = {};
  #flights = new Map<PartId, Flight>();
  #timers = new Map<PartId, ReturnType<typeof setTimeout>>();

  constructor(
    sent: Sent,
    send: (command: Command) => Promise<Answer>,
    { kept, onchange, now }: { kept: Kept; onchange: () => void; now: () => number },
  ) {
    this.#sent = sent;
    this.#send = send;
    this.#kept = kept;
    this.#onchange = onchange;
    this.#now = now;
    for (const [part, typed] of Object.entries(kept.read())) {
      this.#typed = { ...this.#typed, [part]: typed };
      this.#states = { ...this.#states, [part]: { kind: 'typed' } };
    }
  }

  get typed(): Readonly<Record<string, Typed>> {
    return this.#typed;
  }
  get states(): Readonly<Record<string, PartState>> {
    return this.#states;
  }
  /** Something typed here is not the server's yet. */
  get unsaved(): boolean {
    return Object.keys(this.#typed).length > 0;
  }

  /** Saves what an earlier visit left on this device, where nobody has written since. */
  start(): void {
    this.#compare();
    for (const part of Object.keys(this.#typed) as PartId[]) this.#save(part);
    this.#onchange();
  }

  /** `composing`: an input method is at work, so the words are not whole yet. */
  edit(part: PartId, text: string, composing = false): void {
    const before = this.#typed[part] ?? this.#standing(part);
    this.#put(part, { ...before, text });
    if (this.#states[part]?.kind === 'moved') return this.#onchange();
    this.#stand(part, { kind: 'typed' });
    clearTimeout(this.#timers.get(part));
    // An empty field is on its way to other words: only leaving it brings the draft back.
    if (!composing && text.trim() !== '') this.#after(PAUSE, part);
  }

  /** Saves without waiting for the pause: on leaving the field, on hiding the page. */
  flush(part: PartId): void {
    if (this.#states[part]?.kind === 'typed') this.#save(part);
  }
  flushAll(): void {
    for (const part of Object.keys(this.#typed) as PartId[]) this.flush(part);
  }

  /** Takes the draft again. */
  again(part: PartId): void {
    this.#put(part, { ...this.#latest(part), text: null });
    this.#save(part);
  }

  /** The text is still right for the decisions as they are now. */
  agree(part: PartId): void {
    const { text } = this.#typed[part] ?? this.#standing(part);
    this.#put(part, { ...this.#latest(part), text });
    this.#save(part);
  }

  /** Of two texts this one: it replaces the other knowingly. */
  keepMine(part: PartId): void {
    const mine = this.#typed[part];
    if (!mine) return;
    this.#put(part, { ...mine, base: this.#latest(part).base });
    this.#save(part);
  }
  useTheirs(part: PartId): void {
    this.#forget(part, STILL);
    this.#onchange();
  }

  receive(sent: Sent): void {
    this.#sent = sent;
    for (const part of this.#flights.keys()) this.#land(part);
    this.#compare();
    this.#onchange();
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** What a first keystroke starts from: the text as sent, or the draft of the decisions as sent. */
  #standing(part: PartId): Typed {
    const { edition, parts } = this.#sent.analysis;
    const { text = null, edition: base = 0, answers = edition } = parts[part] ?? {};
    return { text, base, answers: text === null ? edition : answers };
  }
  #latest(part: PartId): Typed {
    return { ...this.#standing(part), answers: this.#sent.analysis.edition };
  }

  #after(pause: number, part: PartId): void {
    clearTimeout(this.#timers.get(part));
    this.#timers.set(
      part,
      setTimeout(() => this.#save(part), pause),
    );
  }

  #save(part: PartId): void {
    clearTimeout(this.#timers.get(part));
    const typed = this.#typed[part];
    if (!typed || this.#flights.has(part) || this.#states[part]?.kind === 'moved') return;
    if ((typed.text?.length ?? 0) > longestIn(part)) return;
    const flight: Flight = { typed, version: null };
    this.#flights.set(part, flight);
    this.#stand(part, { kind: 'saving' });
    // A connection that is closed for good rejects; the page that takes over says why.
    void this.#send({ type: 'write-analysis', part, ...typed }).then(
      (answer) => this.#answered(part, flight, answer),
      () => this.#failed(part, { kind: 'typed' }),
    );
  }

  #answered(part: PartId, flight: Flight, answer: Answer): void {
    if (answer.ok) {
      flight.version = answer.version;
      this.#land(part);
    } else if (answer.code === 'text-moved') {
      this.#failed(part, { kind: 'moved' });
      this.#compare();
    } else if (answer.code === 'too-many-requests') {
      this.#failed(part, { kind: 'typed' });
      this.#after(BREATH, part);
    } else {
      this.#failed(part, { kind: 'refused', zh: answer.zh, en: answer.en });
    }
    this.#onchange();
  }

  #failed(part: PartId, state: PartState): void {
    this.#flights.delete(part);
    this.#stand(part, state);
  }

  /** Ends a flight once its answer and the view that shows it are here, in either order. */
  #land(part: PartId): void {
    const flight = this.#flights.get(part);
    if (!flight || flight.version === null || this.#sent.version < flight.version) return;
    this.#flights.delete(part);
    const typed = this.#typed[part];
    const { base } = this.#standing(part);
    if (typed === flight.typed) return this.#forget(part, { kind: 'saved', at: this.#now() });
    if (!typed) return;
    // Typed on meanwhile, on top of what has just become the text; or of what came after it.
    const ours = base - flight.typed.base <= 1;
    this.#put(part, ours ? { ...typed, base } : typed);
    this.#stand(part, { kind: ours ? 'typed' : 'moved' });
    if (ours) this.#after(PAUSE, part);
  }

  /** Did somebody else write what is being written here? */
  #compare(): void {
    for (const [part, typed] of Object.entries(this.#typed) as [PartId, Typed][]) {
      if (this.#flights.has(part)) continue;
      const theirs = this.#standing(part);
      if (theirs.base === typed.base && this.#states[part]?.kind !== 'moved') continue;
      if (plain(theirs.text) === plain(typed.text)) this.#forget(part, STILL);
      else if (theirs.base !== typed.base) this.#stand(part, { kind: 'moved' });
    }
  }

  #put(part: PartId, typed: Typed): void {
    this.#typed = { ...this.#typed, [part]: typed };
    this.#kept.write(this.#typed);
    if (this.#states[part]?.kind === 'moved' && typed.base === this.#standing(part).base)
      this.#states = { ...this.#states, [part]: { kind: 'typed' } };
  }

  #forget(part: PartId, state: PartState): void {
    const rest = { ...this.#typed };
    delete rest[part];
    this.#typed = rest;
    this.#kept.write(rest);
    clearTimeout(this.#timers.get(part));
    this.#states = { ...this.#states, [part]: state };
  }

  #stand(part: PartId, state: PartState): void {
    this.#states = { ...this.#states, [part]: state };
    this.#onchange();
  }
}

const plain = (text: string | null): string => (text ?? '').trim();
