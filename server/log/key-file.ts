import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const KEY_BYTES = 32;

/**
 * The key in `<dir>/key`, readable by the owner alone and apart from the logs, which get copied and
 * filed. Made at first use.
 * @throws Error where the file does not hold a key: guessing another one would void every link.
 */
export async function keyFromFile(dir: string): Promise<Buffer> {
  const file = join(dir, 'key');
  try {
    const handle = await open(file, 'wx', 0o600);
    const key = randomBytes(KEY_BYTES);
    await handle.writeFile(`${key.toString('hex')}\n`);
    await handle.sync();
    await handle.close();
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return keyFromHex(await readFile(file, 'utf8'), file);
}

/** @param where names the place, for the person who has to restore it. */
export function keyFromHex(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'hex');
  if (key.length !== KEY_BYTES)
    throw new Error(`${where} does not hold a key; restore it from a backup.`);
  return key;
}
