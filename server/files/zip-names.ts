import type { FileHandle } from 'node:fs/promises';

const END = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** An office file of 20 MB lists some hundred parts; a list of this length is something else. */
const MAX_DIRECTORY = 1024 * 1024;

/**
 * The names in a zip's directory, or null where it has none that can be read. Only names and only
 * the directory: nothing is inflated, and no entry's own word about its size is believed.
 */
export async function entryNames(file: FileHandle, size: number): Promise<string[] | null> {
  const tail = await read(file, Math.max(0, size - END_BYTES - MAX_COMMENT), size);
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const length = tail.readUInt32LE(at + 12);
    const start = tail.readUInt32LE(at + 16);
    if (length > MAX_DIRECTORY || start + length > size) return null;
    return namesIn(await read(file, start, start + length));
  }
  return null;
}

function namesIn(directory: Buffer): string[] | null {
  const names: string[] = [];
  for (let at = 0; at < directory.length;) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) return null;
    const name = directory.readUInt16LE(at + 28);
    const beside = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    names.push(directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + name));
    at += ENTRY_BYTES + name + beside;
  }
  return names;
}

async function read(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from);
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
