import { access, readFile, writeFile } from 'node:fs/promises';
import { EMPTY } from './chain.ts';
import type { FileStore } from './file-store.ts';
import { completeLength, recordsIn } from './line.ts';
import type { Loaded } from './panel-file.ts';

/**
 * Reads and verifies a panel's file at start. A torn tail, bytes after the last newline that an
 * interrupted write left (a power cut may leave NULs there), was never acknowledged: it is set
 * aside in `<id>.log.torn-<n>`, cut off, and reported in `notice`.
 * @throws LogDamaged when anything before the tail is not what was written.
 */
export async function loadPanel(
  panel: string,
  path: string,
  files: FileStore,
): Promise<Loaded & { notice?: string }> {
  const bytes = await readFile(path);
  const length = completeLength(bytes);
  const fences = new Map<string, number>();
  let head = EMPTY;
  for (const { entry, hash } of recordsIn(bytes.subarray(0, length), panel, head)) {
    for (const token of entry.bumps) fences.set(token, (fences.get(token) ?? 0) + 1);
    head = { position: entry.position, hash };
  }
  const loaded = { head, length, fences };
  if (length === bytes.length) return loaded;

  const torn = await freeName(path);
  await writeFile(torn, bytes.subarray(length), { flag: 'wx', flush: true });
  const file = await files.open(path);
  try {
    await files.truncate(file, length);
    await files.sync(file);
  } finally {
    await files.close(file);
  }
  const notice =
    `The last write to panel ${panel} was cut off before it was acknowledged: its ` +
    `${head.position} entries are intact, and ${bytes.length - length} bytes were set aside in ` +
    `${torn}; delete that file once you have looked at it.`;
  return { ...loaded, notice };
}

async function freeName(path: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const name = `${path}.torn-${n}`;
    const taken = await access(name).then(
      () => true,
      () => false,
    );
    if (!taken) return name;
  }
}
