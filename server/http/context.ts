import type { Logger } from 'pino';
import type { Passes } from '../auth/passes.ts';
import type { Secrets } from '../auth/secrets.ts';
import type { DocumentWriter } from '../documents/writer.ts';
import type { UploadReader } from '../import/reader.ts';
import type { Files } from '../files/port.ts';
import type { Rooms } from '../panel/rooms.ts';
import type { SealingKey } from '../seal/sealing-key.ts';
import type { Sittings } from '../sitting/sittings.ts';

/** What the HTTP routes work with. */
export interface HttpContext {
  rooms: Rooms;
  /** null: this server takes no files. */
  files: Files | null;
  /** Reads tables that come in. */
  uploads: UploadReader;
  /** Writes documents as files. */
  writer: DocumentWriter;
  /** Weaknesses of the stores, in words. */
  notices: () => string[];
  sittings: Sittings;
  secrets: Secrets;
  /** Signs the checkpoints of exported logs. */
  sealing: SealingKey;
  passes: Passes;
  logger: Logger;
  publicUrl: string | undefined;
  /** The address that links are made with, without a trailing slash. */
  address: () => string;
  /** The built client. */
  clientDir: string;
}

/** Cookies travel only over TLS where the public address is https. */
export const isSecure = ({ publicUrl }: Pick<HttpContext, 'publicUrl'>): boolean =>
  publicUrl?.startsWith('https:') ?? false;
