import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { SeatId } from '../../shared/panel/terms.ts';
import { MAX_CATCH_UP_BYTES } from '../../shared/scorecard/terms.ts';
import { CLOSE, type SyncRefusalCode } from '../../shared/wire/sync.ts';
import { Bucket, type Clock } from './bucket.ts';
import type { Card, Device } from './card.ts';
import {
  answerFrame,
  askFrame,
  quietFrame,
  readFrame,
  refusedFrame,
  savedFrame,
} from './frames.ts';
import type { Limits } from './limits.ts';
import { Outbox } from './outbox.ts';
import { Receipts } from './receipts.ts';
import { syncRefusal } from './refusals.ts';

export interface ConnectionTools {
  ws: WebSocket;
  socket: Duplex;
  card: Card;
  /** Of the card: shared by its devices, so that reconnecting earns nothing. */
  work: Bucket;
  limits: Limits;
  clock: Clock;
  /** With `?ack=1`. */
  wantsReceipts: boolean;
  onRefused: (code: string) => void;
}

/** An update that refers to others which have not arrived. */
interface Held {
  update: Uint8Array;
  frame: number;
}

/** Milliseconds: a question unanswered, a peer unheard, a closing handshake unfinished. */
const ANSWER_WITHIN = 10_000;
const HEARD_WITHIN = 15_000;
const CLOSED_WITHIN = 2000;
/** Of the frame allowance: answering may need a document to be built. */
const COST_OF_ASKING = 20;

const FOR_GOOD: SyncRefusalCode[] = ['link-voided', 'not-your-seat'];

/** One socket of one device on one card. */
export class Connection implements Device {
  readonly seat: SeatId;
  readonly issue: number;
  readonly #tools: ConnectionTools;
  readonly #outbox: Outbox;
  readonly #receipts = new Receipts();
  readonly #frames: Bucket;
  readonly #bytes: Bucket;
  #open = true;
  #deaf = false;
  #written = 0;
  /** Our questions without an answer yet, and when the last was put. */
  #asked = 0;
  #askedAt = 0;
  #held: Held[] = [];
  /** It has asked what we have: from here on it understands what is relayed. */
  #synced = false;
  #heardAt: number;
  #beats = 0;

  constructor(pass: { seat: SeatId; issue: number }, tools: ConnectionTools) {
    const { ws, socket, card, limits, clock } = tools;
    this.seat = pass.seat;
    this.issue = pass.issue;
    this.#tools = tools;
    this.#outbox = new Outbox(ws, socket);
    this.#frames = new Bucket(limits.frames, clock);
    this.#bytes = new Bucket(limits.bytes, clock);
    this.#heardAt = clock();
    card.devices.add(this);
    ws.on('message', (data: Buffer, isBinary) => this.#receive(data, isBinary));
    ws.on('pong', () => (this.#heardAt = clock()));
    ws.on('close', () => this.#leave());
    this.#ask();
  }

  get open(): boolean {
    return this.#open;
  }

  saved(frame: number): void {
    this.#receipts.durable(frame);
    if (this.#tools.wantsReceipts) process.nextTick(this.#sendReceipt);
  }

  relay(frame: Uint8Array): void {
    if (this.#open && this.#synced) this.#outbox.send(frame);
  }

  refused(code: SyncRefusalCode): void {
    if (!this.#open) return;
    this.#tools.onRefused(code);
    if (this.#tools.wantsReceipts) {
      this.#sendReceipt();
      this.#outbox.send(refusedFrame(syncRefusal(code)));
    }
    this.end(FOR_GOOD.includes(code) ? CLOSE.forbidden : CLOSE.refused, code);
  }

  unavailable(): void {
    this.end(CLOSE.unavailable, 'store-unavailable');
  }

  /** `reason` reaches clients that asked for no receipts; at most 123 bytes. */
  end(closeCode: number, reason: string): void {
    if (!this.#open) return;
    const { ws } = this.#tools;
    this.#leave();
    ws.close(closeCode, reason);
    setTimeout(() => ws.terminate(), CLOSED_WITHIN).unref();
  }

  /** Hears nothing more, but is still told what becomes of what it sent. */
  deafen(): void {
    this.#deaf = true;
  }

  /** Owed every few seconds: finds out who is gone, and keeps the others from thinking that we are. */
  beat(): void {
    const { ws, clock } = this.#tools;
    const now = clock();
    if (now - this.#heardAt > HEARD_WITHIN) return ws.terminate();
    if (this.#held.length > 0 && now - this.#askedAt > ANSWER_WITHIN)
      return this.refused('edits-missing');
    ws.ping();
    if (++this.#beats % 2 === 0) this.#outbox.send(quietFrame);
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (!this.#open || this.#deaf) return;
    this.#heardAt = this.#tools.clock();
    if (!this.#frames.spend(1) || !this.#bytes.spend(data.length)) return this.#tooMany();
    const frame = isBinary ? readFrame(data) : 'malformed';
    if (typeof frame === 'string') return this.refused(frame);
    if (frame.kind === 'presence') return;
    if (frame.kind === 'ask' && !this.#frames.spend(COST_OF_ASKING)) return this.#tooMany();
    this.#working(() => {
      if (frame.kind === 'ask') this.#answer(frame.stateVector);
      else if (frame.kind === 'update') this.#update({ ...frame, frame: ++this.#written });
      else this.#catchUp(frame.update, ++this.#written);
    });
  }

  #answer(stateVector: Uint8Array): void {
    this.#synced = true;
    this.#outbox.send(answerFrame(this.#tools.card.answer(stateVector)));
  }

  #ask(): void {
    this.#asked++;
    this.#askedAt = this.#tools.clock();
    this.#outbox.send(askFrame(this.#tools.card.stateVector()));
  }

  /**
   * An honest device may be ahead of us: it types while it reconnects, or two tabs told each other
   * what one of them has not sent. What it refers to comes with its answer to our question, so the
   * edit is held until then; refused it is only when the answer leaves it hanging.
   */
  #update(held: Held): void {
    const code = this.#tools.card.write(held.update, true, this, held.frame);
    if (code === null) return;
    if (code !== 'edits-missing') return this.refused(code);
    const bytes = this.#held.reduce((sum, { update }) => sum + update.length, held.update.length);
    if (bytes > MAX_CATCH_UP_BYTES) return this.refused('too-large');
    this.#held.push({ ...held, update: new Uint8Array(held.update) });
    if (this.#asked === 0) this.#ask();
  }

  #catchUp(update: Uint8Array, frame: number): void {
    const code = this.#tools.card.write(update, false, this, frame);
    if (code !== null) return this.refused(code);
    this.#asked = Math.max(0, this.#asked - 1);
    if (this.#asked > 0) return;
    for (const held of this.#held.splice(0)) {
      const verdict = this.#tools.card.write(held.update, true, this, held.frame);
      if (verdict !== null) return this.refused(verdict);
    }
  }

  /** Some frames are costly to look at. Their time is the card's to spend, not the other cards'. */
  #working(job: () => void): void {
    const { clock, work } = this.#tools;
    const start = clock();
    job();
    if (!work.spend(clock() - start)) this.#tooMany();
  }

  #tooMany(): void {
    this.#tools.onRefused('too-many');
    this.end(CLOSE.tooMany, 'too-many');
  }

  #sendReceipt = (): void => {
    const count = this.#receipts.news();
    if (count !== null) this.#outbox.send(savedFrame(count));
  };

  #leave(): void {
    this.#open = false;
    this.#tools.card.leave(this);
  }
}
