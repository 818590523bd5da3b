import { isDeepStrictEqual } from 'node:util';
import { contentOf, type CardScript } from './cards.ts';
import { Client } from './client.ts';
import type { Recorder } from './measure.ts';

/** Where the two devices of one card connect to. */
export interface CardAddress {
  writer: string;
  device: string;
}

/** Where times go while something is measured, in ms since the update was sent. */
export interface Recorders {
  /** At the second device. */
  delivered: Recorder;
  /** At the writer: durable. */
  saved: Recorder;
}

/** One card under load: its writer, the same expert's second device, and how far both are. */
export class Lane {
  sent = 0;
  delivered = 0;
  recorders: Recorders | null = null;
  /** After each delivery and each acknowledgement. */
  onProgress: (lane: Lane) => void = () => {};
  readonly #script: CardScript;
  readonly #sentAt: Float64Array;
  readonly #acknowledges: boolean;
  readonly #failed: (error: Error) => void;
  #saved = 0;
  #writer!: Client;
  #device!: Client;

  private constructor(script: CardScript, acknowledges: boolean, failed: (error: Error) => void) {
    this.#script = script;
    this.#sentAt = new Float64Array(script.frames.length);
    this.#acknowledges = acknowledges;
    this.#failed = failed;
  }

  static async open(
    { writer, device }: CardAddress,
    script: CardScript,
    acknowledges: boolean,
    failed: (error: Error) => void,
  ): Promise<Lane> {
    const lane = new Lane(script, acknowledges, failed);
    lane.#writer = await Client.open(writer, { failed, saved: (count) => lane.#onSaved(count) });
    lane.#device = await Client.open(device, { failed, update: (bytes) => lane.#onUpdate(bytes) });
    return lane;
  }

  send(): void {
    const n = this.sent++;
    this.#sentAt[n] = performance.now();
    this.#writer.send(this.#script.frames[n]!);
  }

  /** All that was sent has been delivered and, where the server says so, is durable. */
  get isQuiet(): boolean {
    return this.delivered === this.sent && (!this.#acknowledges || this.#saved === this.sent);
  }

  get bytes(): { sent: number; received: number } {
    const [writer, device] = [this.#writer.bytes, this.#device.bytes];
    return { sent: writer.sent + device.sent, received: writer.received + device.received };
  }

  /** Every update came once, nothing more came, and the server holds what the script says. */
  async verify(): Promise<void> {
    const held = contentOf(await this.#device.ask());
    if (
      this.delivered !== this.#script.frames.length ||
      !isDeepStrictEqual(held, this.#script.content)
    )
      throw new Error('the server ends up with something else than it was sent');
  }

  close(): void {
    this.#writer.close();
    this.#device.close();
  }

  #onUpdate(bytes: Buffer): void {
    const now = performance.now();
    const n = this.delivered;
    if (n >= this.sent || !bytes.equals(this.#script.frames[n]!))
      return this.#failed(new Error(`update ${n + 1} of a card came twice, late or changed`));
    this.recorders?.delivered.record(now - this.#sentAt[n]!);
    this.delivered += 1;
    this.onProgress(this);
  }

  #onSaved(count: number): void {
    const now = performance.now();
    // The first write frame was the handshake's step 2.
    for (; this.#saved < count - 1; this.#saved++)
      this.recorders?.saved.record(now - this.#sentAt[this.#saved]!);
    this.onProgress(this);
  }
}
