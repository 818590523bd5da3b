import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import { openDoc, readContent } from '../../shared/scorecard/layout.ts';
import { MESSAGE_REFUSED, MESSAGE_SAVED } from '../../shared/wire/sync.ts';
import type { RefusalReason } from './card-refusal.ts';
import { countingSocket, WriteFrames } from './write-frames.ts';

/** Where a card's document lives. */
export interface CardPlace {
  /** 'ws://host/sync/<panel>', or wss. */
  endpoint: string;
  card: string;
  /** Query parameters beside `ack`. */
  params: Record<string, string>;
  leaves: readonly string[];
  /** The browser's WebSocket, or another with the same interface. */
  socket: typeof WebSocket;
}

export interface GenerationListener {
  /** The content after a transaction; `change` numbers a local one from 1, null for others'. */
  changed(content: CardContent, change: number | null): void;
  /** The server's content is in the document; again after each reconnection. */
  synced(): void;
  /** Local changes up to and including this one are durable. */
  saved(change: number): void;
  online(online: boolean): void;
  /** The server will not have this document again; nothing else comes from this generation. */
  ended(code: number, reason: RefusalReason | null): void;
}

/** The origin of what a person did, and can undo. */
const PERSON = Symbol('person');
const REPLAY = Symbol('replay');

/** Milliseconds without an acknowledgement after which the connection is taken for dead. */
const STALLED_AFTER = 10_000;

/**
 * One Y.Doc and its connection, from the first sync to the first refusal. After that it is thrown
 * away: structs that the server refused would come back with every later sync.
 */
export class CardGeneration {
  #doc: Y.Doc;
  #leaves: readonly string[];
  #provider: WebsocketProvider;
  #undo: Y.UndoManager;
  #frames = new WriteFrames();
  #changes = 0;
  #listener: GenerationListener;
  #reason: RefusalReason | null = null;
  #stalled: ReturnType<typeof setTimeout> | undefined;

  constructor(place: CardPlace, listener: GenerationListener) {
    this.#leaves = place.leaves;
    this.#listener = listener;
    this.#doc = openDoc(place.leaves);
    this.#undo = new Y.UndoManager(this.#doc, { trackedOrigins: new Set([PERSON]) });
    this.#doc.on('afterTransaction', (transaction) => {
      if (transaction.changed.size === 0) return;
      // Numbered before Yjs makes the update of it, so that its frame carries the number.
      const change = transaction.local ? ++this.#changes : null;
      listener.changed(this.content, change);
    });
    this.#provider = new WebsocketProvider(place.endpoint, place.card, this.#doc, {
      connect: false,
      disableBc: true,
      params: { ...place.params, ack: '1' },
      WebSocketPolyfill: countingSocket(
        place.socket,
        this.#frames,
        () => this.#changes,
        () => this.#watch(),
      ),
    });
    this.#connect();
  }

  get content(): CardContent {
    return readContent(this.#doc, this.#leaves);
  }
  get steps(): { undo: boolean; redo: boolean } {
    return { undo: this.#undo.canUndo(), redo: this.#undo.canRedo() };
  }

  /** One transaction, one frame. `step`: an undo step of its own, however quickly it follows. */
  edit(write: (doc: Y.Doc) => void, by: 'person' | 'replay', step: boolean): void {
    if (step) this.#undo.stopCapturing();
    this.#doc.transact(() => write(this.#doc), by === 'person' ? PERSON : REPLAY);
  }

  undo(): void {
    this.#undo.undo();
  }
  redo(): void {
    this.#undo.redo();
  }

  close(): void {
    if (this.#doc.isDestroyed) return;
    clearTimeout(this.#stalled);
    this.#provider.destroy();
    this.#undo.destroy();
    this.#doc.destroy();
  }

  #connect(): void {
    const { messageHandlers, awareness } = this.#provider;
    // Nobody else may see who is typing, so nothing is said about it.
    awareness.setLocalState(null);
    messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
      const change = this.#frames.saved(decoding.readVarUint(decoder));
      clearTimeout(this.#stalled);
      this.#stalled = undefined;
      this.#watch();
      this.#listener.saved(change);
    };
    messageHandlers[MESSAGE_REFUSED] = (_encoder, decoder) => {
      this.#reason = JSON.parse(decoding.readVarString(decoder)) as RefusalReason;
    };
    this.#provider.on('sync', (synced) => {
      if (synced) this.#listener.synced();
      this.#listener.online(synced);
    });
    this.#provider.on('closed', ({ code }) => this.#listener.ended(code, this.#reason));
    this.#provider.connect();
  }

  /** A network that went away quietly leaves a socket that looks open: after a while take a new one. */
  #watch(): void {
    if (this.#frames.waiting === 0 || this.#stalled) return;
    this.#stalled = setTimeout(() => {
      this.#stalled = undefined;
      this.#provider.disconnect();
      this.#provider.connect();
    }, STALLED_AFTER);
  }
}
