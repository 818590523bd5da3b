import { promisify } from 'node:util';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { UPLOAD_LIMITS } from './limits.ts';
import { ImportRefused } from './refused.ts';

const open = promisify<Buffer, object, ZipFile>(fromBuffer);

/**
 * The parts of a zip that `wanted` names, inflated. Nothing that the zip says of itself is believed:
 * bytes are counted while inflating, and an entry that gives more or less than it says is refused.
 */
export async function unzip(
  bytes: Buffer,
  wanted: (name: string) => boolean,
): Promise<{ names: string[]; parts: Map<string, Buffer> }> {
  const zip = await open(bytes, { lazyEntries: true, strictFileNames: true }).catch(broken);
  if (zip.entryCount > UPLOAD_LIMITS.entries)
    throw new ImportRefused('too-many-parts', zip.entryCount);
  const names: string[] = [];
  const parts = new Map<string, Buffer>();
  let left: number = UPLOAD_LIMITS.inflated;
  for (let entry = await nextOf(zip); entry; entry = await nextOf(zip)) {
    const { fileName: name } = entry;
    if (entry.isEncrypted()) throw new ImportRefused('encrypted');
    names.push(name);
    if (!wanted(name)) continue;
    if (parts.has(name)) throw new ImportRefused('unsafe', `${name} ×2`);
    const part = await inflate(zip, entry, left);
    left -= part.length;
    parts.set(name, part);
  }
  return { names, parts };
}

function nextOf(zip: ZipFile): Promise<Entry | null> {
  return new Promise<Entry | null>((resolve, reject) => {
    const done = () => {
      zip.off('entry', onEntry);
      zip.off('end', onEnd);
      zip.off('error', onError);
    };
    const onEntry = (entry: Entry) => (done(), resolve(entry));
    const onEnd = () => (done(), resolve(null));
    const onError = (error: Error) => (done(), reject(error));
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
    zip.readEntry();
  }).catch(broken);
}

async function inflate(zip: ZipFile, entry: Entry, left: number): Promise<Buffer> {
  if (entry.uncompressedSize > left) throw tooLarge();
  const stream = await promisify(zip.openReadStream.bind(zip, entry))().catch(broken);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > left) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof ImportRefused ? error : refusalOf(error);
  }
  return Buffer.concat(chunks, size);
}

const tooLarge = (): ImportRefused =>
  new ImportRefused('unpacks-too-large', UPLOAD_LIMITS.inflated / 1024 / 1024);

function broken(error: unknown): never {
  throw refusalOf(error);
}

/** yauzl names what is wrong in English; what it calls an invalid name leads out of the folder. */
function refusalOf(error: unknown): ImportRefused {
  const { message } = error as Error;
  if (/relative path|absolute path|invalid characters/i.test(message))
    return new ImportRefused('unsafe', message.slice(0, 80));
  return new ImportRefused('damaged', message.slice(0, 80));
}
