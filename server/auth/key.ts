import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';

const BYTES = 32;

/**
 * The server's key: links, codes and cookies are derived from it, so that none of them is stored
 * anywhere and the secretary can print an invitation twice. It lies in `<dataDir>/key`, readable by
 * the owner alone, apart from the logs that get copied and filed.
 */
export async function loadKey(dataDir: string): Promise<Buffer> {
  const file = path.join(dataDir, 'key');
  try {
    const handle = await open(file, 'wx', 0o600);
    const key = randomBytes(BYTES);
    await handle.writeFile(key.toString('hex') + '\n');
    await handle.sync();
    await handle.close();
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (key.length !== BYTES)
    throw new Error(`${file} does not hold a key; restore it from a copy of the data folder.`);
  return key;
}
