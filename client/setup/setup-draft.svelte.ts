import type { Command } from '../../shared/panel/commands.ts';
import type { Section, Setup } from '../../shared/panel/terms.ts';
import type { Paper } from '../../shared/views/terms.ts';
import type { Answer } from '../../shared/wire/events.ts';
import { SaveQueue, type Kept, type SaveState } from './save-queue.ts';

/** The setup under preparation, for components: the save queue, made reactive. */
export class SetupDraft {
  #queue: SaveQueue;
  #setup: Setup;
  #states: Partial<Record<Section, SaveState>> = $state.raw({});
  #kept: readonly Kept[] = $state.raw([]);
  #pending: readonly Kept[] = $state.raw([]);
  /** Fields that hold something nobody can read as an amount: never saved, so said by the start. */
  #unreadable: Readonly<Record<string, string>> = $state.raw({});

  constructor(paper: Paper, send: (command: Command) => Promise<Answer>) {
    this.#setup = $state.raw(paper.setup);
    this.#queue = new SaveQueue(paper, send, () => this.#refresh());
  }

  get setup(): Setup {
    return this.#setup;
  }
  get kept(): readonly Kept[] {
    return this.#kept;
  }
  get pending(): readonly Kept[] {
    return this.#pending;
  }
  /** By field id: its name, for the sentence that leads there. */
  get unreadable(): Readonly<Record<string, string>> {
    return this.#unreadable;
  }
  stateOf(section: Section): SaveState {
    return this.#states[section] ?? { kind: 'untouched' };
  }

  edit<S extends Section>(section: S, value: Setup[S]): void {
    this.#queue.edit(section, value);
  }
  flush(): void {
    this.#queue.flush();
  }
  receive(paper: Paper): void {
    this.#queue.receive(paper);
  }
  useKept(kept: Kept): void {
    this.#queue.useKept(kept);
  }
  dropKept(kept: Kept): void {
    this.#queue.dropKept(kept);
  }
  close(): void {
    this.#queue.close();
  }

  /** `name` null: the field can be read again. */
  markUnreadable(field: string, name: string | null): void {
    if ((this.#unreadable[field] ?? null) === name) return;
    const rest = { ...this.#unreadable };
    delete rest[field];
    this.#unreadable = name === null ? rest : { ...rest, [field]: name };
  }

  #refresh(): void {
    this.#setup = this.#queue.setup;
    this.#states = this.#queue.states;
    this.#kept = this.#queue.kept;
    this.#pending = this.#queue.pending;
  }
}
