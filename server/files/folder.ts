import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EvidenceFile,
  type FileKind,
  kindOfName,
  MAX_FILE_BYTES,
} from '../../shared/panel/evidence.ts';
import { diskFiles } from '../log/file-store.ts';
import { checkPanelId } from '../log/panel-id.ts';
import { beginsAs, HEAD_BYTES, holdsWhat } from './content.ts';
import { FileRefused, type Files, type OpenFile } from './port.ts';

/** Uploads under way lie here until they are whole; a panel's id is never this. */
const INCOMING = '.incoming';
/** No upload takes longer: the server ends a request after five minutes. */
const ABANDONED_MS = 3600 * 1000;

/**
 * Files in a folder of this machine, or in one that several servers share:
 * `<dir>/<panel>/<digest>`, written aside, synced, and only then named.
 */
export async function openFolder(dir: string, shared: boolean): Promise<Files> {
  const incoming = join(dir, INCOMING);
  await mkdir(incoming, { recursive: true });
  await sweep(incoming, shared ? Date.now() - ABANDONED_MS : Infinity);
  return new Folder(dir, incoming);
}

/** Takes away what a crash left half written; in a shared folder a young file may be under way. */
async function sweep(incoming: string, before: number): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < before) await rm(path, { force: true });
  }
}

class Folder implements Files {
  readonly #dir: string;
  readonly #incoming: string;

  constructor(dir: string, incoming: string) {
    this.#dir = dir;
    this.#incoming = incoming;
  }

  async keep(
    panel: string,
    name: string,
    source: AsyncIterable<Uint8Array>,
  ): Promise<EvidenceFile> {
    checkPanelId(panel);
    const kind = kindOfName(name);
    if (kind === undefined) throw new FileRefused('file-not-allowed');
    const aside = join(this.#incoming, randomUUID());
    const file = await open(aside, 'wx+', 0o600);
    let kept = false;
    try {
      const { digest, size } = await receive(kind, source, file);
      if (!(await holdsWhat(kind, file, size))) throw new FileRefused('file-not-allowed');
      await file.sync();
      await this.#name(aside, panel, digest);
      kept = true;
      return { digest, name, size, kind };
    } finally {
      await file.close();
      if (!kept) await rm(aside, { force: true });
    }
  }

  async open(panel: string, digest: string, kind: FileKind): Promise<OpenFile | null> {
    const path = this.#pathOf(panel, digest);
    if (path === null) return null;
    const file = await open(path, 'r').catch(missing);
    if (!file) return null;
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    if (!beginsAs(kind, head.subarray(0, bytesRead))) {
      await file.close();
      return null;
    }
    const { size } = await file.stat();
    return { size, content: file.createReadStream({ start: 0 }) };
  }

  async #name(aside: string, panel: string, digest: string): Promise<void> {
    const folder = join(this.#dir, panel);
    if ((await mkdir(folder, { recursive: true })) !== undefined)
      await diskFiles.syncFolder(this.#dir);
    // Over one that is there already: it has the same content, so it doesn't matter which stays.
    await rename(aside, join(folder, digest));
    await diskFiles.syncFolder(folder);
  }

  /** Made of a checked id and a checked digest only, so that no request can leave the folder. */
  #pathOf(panel: string, digest: string): string | null {
    checkPanelId(panel);
    return /^[0-9a-f]{64}$/.test(digest) ? join(this.#dir, panel, digest) : null;
  }
}

/** Writes what comes, counting: a length that somebody declares is nobody's length. */
async function receive(
  kind: FileKind,
  source: AsyncIterable<Uint8Array>,
  file: FileHandle,
): Promise<{ digest: string; size: number }> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  for await (const chunk of source) {
    if (size + chunk.length > MAX_FILE_BYTES) throw new FileRefused('file-too-large');
    if (head.length < HEAD_BYTES) {
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      if (head.length === HEAD_BYTES && !beginsAs(kind, head))
        throw new FileRefused('file-not-allowed');
    }
    hash.update(chunk);
    for (let done = 0; done < chunk.length;)
      done += (await file.write(chunk, done, chunk.length - done, size + done)).bytesWritten;
    size += chunk.length;
  }
  if (size === 0) throw new FileRefused('file-empty');
  if (!beginsAs(kind, head)) throw new FileRefused('file-not-allowed');
  return { digest: hash.digest('hex'), size };
}

function missing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
