import type { PartId } from '../../shared/panel/analysis.ts';
import { DeviceStore, storageOf } from '../sync/device-store.ts';
import type { Panel } from '../state/panel.svelte.ts';
import { type Kept, type PartState, type Sent, type Typed, WritingDesk } from './writing-desk.ts';

/** The analysis under the pen, for components: the desk, made reactive. */
export class Writing {
  readonly #desk: WritingDesk;
  #sent: Sent = $state.raw({ analysis: { edition: 0, parts: {} }, version: 0 });
  #typed: Readonly<Record<string, Typed>> = $state.raw({});
  #states: Readonly<Record<string, PartState>> = $state.raw({});

  constructor(panel: Panel, sent: Sent) {
    this.#sent = sent;
    this.#desk = new WritingDesk(sent, (command) => panel.command(command), {
      kept: keptOn(`heyi.analysis.${panel.panel}.${panel.seat}`),
      onchange: () => this.#refresh(),
      now: () => Date.now(),
    });
    this.#desk.start();
  }

  close(): void {
    this.#desk.close();
  }
  /** Saves what is typed without waiting for a pause. */
  flush(): void {
    this.#desk.flushAll();
  }

  get desk(): WritingDesk {
    return this.#desk;
  }
  stateOf(part: PartId): PartState {
    return this.#states[part] ?? { kind: 'still' };
  }
  /** The words in place of the draft, as they stand on this device; null: the draft. */
  textOf(part: PartId): string | null {
    const typed = this.#typed[part];
    return typed ? typed.text : (this.#sent.analysis.parts[part]?.text ?? null);
  }
  /** Words on this device that the server has not; null: none. */
  unsavedIn(part: PartId): string | null {
    return this.#typed[part]?.text ?? null;
  }
  /** What the server has, whatever is typed here. */
  sentOf(part: PartId) {
    return this.#sent.analysis.parts[part] ?? null;
  }
  get unsaved(): boolean {
    return Object.keys(this.#typed).length > 0;
  }

  receive(sent: Sent): void {
    this.#sent = sent;
    this.#desk.receive(sent);
  }

  #refresh(): void {
    this.#typed = this.#desk.typed;
    this.#states = this.#desk.states;
  }
}

/** Until the server has them, words are kept in this browser: a closed page loses none. */
function keptOn(key: string): Kept {
  const store = new DeviceStore(storageOf(() => localStorage));
  return {
    read: () => {
      const kept = store.read(key);
      if (typeof kept !== 'object' || kept === null) return {};
      return Object.fromEntries(
        Object.entries(kept as Record<string, unknown>).filter(([, typed]) => isTyped(typed)),
      ) as Record<string, Typed>;
    },
    write: (typed) => {
      if (Object.keys(typed).length > 0) store.write(key, typed);
      else store.remove(key);
    },
  };
}

function isTyped(kept: unknown): kept is Typed {
  if (typeof kept !== 'object' || kept === null) return false;
  const { text, base, answers } = kept as Record<string, unknown>;
  const worded = text === null || typeof text === 'string';
  return worded && Number.isInteger(base) && Number.isInteger(answers);
}
