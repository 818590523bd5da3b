import type { Command } from '../../shared/panel/commands.ts';
import { SECTIONS, type Section, type Setup } from '../../shared/panel/terms.ts';
import type { Paper } from '../../shared/views/terms.ts';
import type { Answer } from '../../shared/wire/events.ts';
import { mergeValues } from './merge-values.ts';
import { sameValue } from './same-value.ts';

/** How a section stands, for its line of words. */
export type SaveState =
  | { kind: 'untouched' }
  /** On this device only, waiting for the pause that ends a burst of typing, or for its turn. */
  | { kind: 'typed' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'refused'; code: string; zh: string; en: string };

/** What was typed here when another device changed the same section: offered again, never lost. */
export type Kept = { [S in Section]: { section: S; value: Setup[S] } }[Section];

interface Flight {
  section: Section;
  value: unknown;
  base: number;
  accepted: boolean;
}

/** Milliseconds without a keystroke after which a section is saved. */
export const PAUSE = 600;
/** Milliseconds before a save is tried again that the server had no room for. */
const BREATH = 2000;

/**
 * The setup as this writer sees it: the newest paper, overlaid with what is typed here and not yet
 * the server's. Saves one section at a time, each on top of the revision that the one before made,
 * so that one's own sections never collide. What another device changed meanwhile is merged; where
 * both changed the same thing, theirs is shown and what was typed here is kept.
 */
export class SaveQueue {
  readonly #send: (command: Command) => Promise<Answer>;
  readonly #onchange: () => void;
  #paper: Paper;
  #typed: Partial<Setup> = {};
  #states: Partial<Record<Section, SaveState>> = {};
  #kept: readonly Kept[] = [];
  /** The server's value that the typing in a section began on. */
  #began = new Map<Section, unknown>();
  #timers = new Map<Section, ReturnType<typeof setTimeout>>();
  #due = new Set<Section>();
  #flight: Flight | null = null;
  /** The revision that the server called stale: nothing is sent on top of it again. */
  #stale = -1;

  /** `onchange` is told whenever a getter may answer otherwise than before. */
  constructor(
    paper: Paper,
    send: (command: Command) => Promise<Answer>,
    onchange: () => void = () => undefined,
  ) {
    this.#paper = paper;
    this.#send = send;
    this.#onchange = onchange;
  }

  get setup(): Setup {
    return { ...this.#paper.setup, ...this.#typed };
  }
  get kept(): readonly Kept[] {
    return this.#kept;
  }
  get states(): Partial<Record<Section, SaveState>> {
    return this.#states;
  }
  stateOf(section: Section): SaveState {
    return this.#states[section] ?? { kind: 'untouched' };
  }
  /** Something typed here is not the server's yet. */
  get unsaved(): boolean {
    return Object.keys(this.#typed).length > 0;
  }
  /** What is typed here and not saved, section by section. */
  get pending(): readonly Kept[] {
    return SECTIONS.flatMap((section) =>
      section in this.#typed ? [{ section, value: this.#typed[section] } as Kept] : [],
    );
  }

  edit<S extends Section>(section: S, value: Setup[S]): void {
    if (!(section in this.#typed)) this.#began.set(section, this.#paper.setup[section]);
    this.#typed = { ...this.#typed, [section]: value };
    this.#stand(section, { kind: 'typed' });
    this.#after(PAUSE, section);
  }

  /** Saves what is typed without waiting for the pause: on leaving a field, on hiding the page. */
  flush(): void {
    for (const { section } of this.pending) {
      if (this.stateOf(section).kind !== 'typed') continue;
      clearTimeout(this.#timers.get(section));
      this.#due.add(section);
    }
    void this.#pump();
  }

  receive(paper: Paper): void {
    if (paper.revision < this.#paper.revision) return;
    this.#paper = paper;
    this.#land();
    this.#reconcile();
    this.#onchange();
    void this.#pump();
  }

  /** Takes up again what was kept, on top of what is shown now. */
  useKept(kept: Kept): void {
    this.dropKept(kept);
    this.edit(kept.section, kept.value);
  }

  dropKept(kept: Kept): void {
    this.#kept = this.#kept.filter((other) => other !== kept);
    this.#onchange();
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #after(pause: number, section: Section): void {
    clearTimeout(this.#timers.get(section));
    const due = () => {
      this.#due.add(section);
      void this.#pump();
    };
    this.#timers.set(section, setTimeout(due, pause));
  }

  async #pump(): Promise<void> {
    const [section] = this.#due;
    if (this.#flight || section === undefined || this.#paper.revision <= this.#stale) return;
    this.#due.delete(section);
    if (!(section in this.#typed)) return this.#pump();
    const base = this.#paper.revision;
    const value = this.#typed[section];
    if (sameValue(value, this.#paper.setup[section])) {
      this.#saved(section);
      return this.#pump();
    }
    const flight: Flight = { section, value, base, accepted: false };
    this.#flight = flight;
    this.#stand(section, { kind: 'saving' });
    const command = { type: 'edit-setup', section, value, base } as Command;
    // A connection that is closed for good rejects; the page that takes over says why.
    const answer = await this.#send(command).catch(() => null);
    this.#answered(flight, answer);
    this.#land();
    this.#reconcile();
    void this.#pump();
  }

  #answered(flight: Flight, answer: Answer | null): void {
    if (answer?.ok) {
      flight.accepted = true;
      return;
    }
    this.#flight = null;
    const { section } = flight;
    if (!answer || !sameValue(this.#typed[section], flight.value)) {
      this.#stand(section, { kind: 'typed' });
    } else if (answer.code === 'setup-changed-meanwhile') {
      this.#stale = flight.base;
      this.#stand(section, { kind: 'typed' });
      this.#due.add(section);
    } else if (answer.code === 'too-many-requests') {
      this.#stand(section, { kind: 'typed' });
      this.#after(BREATH, section);
    } else {
      const { code, zh, en } = answer;
      this.#stand(section, { kind: 'refused', code, zh, en });
    }
  }

  /** Ends the flight once both its answer and the paper that shows it are here, in either order. */
  #land(): void {
    const flight = this.#flight;
    if (!flight?.accepted || this.#paper.revision <= flight.base) return;
    this.#flight = null;
    const { section, value, base } = flight;
    const theirs = this.#paper.setup[section];
    // The next revision is ours, even where the server wrote the same thing in other words.
    this.#began.set(section, this.#paper.revision === base + 1 ? theirs : value);
    if (sameValue(this.#typed[section], value)) this.#saved(section);
    else if (this.stateOf(section).kind === 'saving') this.#stand(section, { kind: 'typed' });
  }

  /** Compares what is typed with the newest paper: landed, still ours to save, or overtaken. */
  #reconcile(): void {
    for (const kept of this.pending) {
      const { section, value } = kept;
      if (this.#flight?.section === section) continue;
      const theirs = this.#paper.setup[section];
      if (sameValue(theirs, value)) {
        this.#saved(section);
      } else if (!sameValue(theirs, this.#began.get(section))) {
        this.#merge(section, value, theirs);
      }
    }
  }

  /** Both sides' changes where they agree; else theirs is shown and what was typed here kept. */
  #merge(section: Section, mine: unknown, theirs: unknown): void {
    const { value, clean } = mergeValues(this.#began.get(section), mine, theirs);
    if (clean) {
      this.#typed = { ...this.#typed, [section]: value };
      this.#began.set(section, theirs);
      return;
    }
    this.#kept = [...this.#kept, { section, value } as Kept];
    this.#forget(section);
    this.#stand(section, { kind: 'untouched' });
  }

  #saved(section: Section): void {
    this.#forget(section);
    this.#stand(section, { kind: 'saved', at: new Date() });
  }

  #forget(section: Section): void {
    const rest = { ...this.#typed };
    delete rest[section];
    this.#typed = rest;
    this.#began.delete(section);
    this.#due.delete(section);
    clearTimeout(this.#timers.get(section));
  }

  #stand(section: Section, state: SaveState): void {
    this.#states = { ...this.#states, [section]: state };
    this.#onchange();
  }
}
