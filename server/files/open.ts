import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openFolder } from './folder.ts';
import { type Files, FilesUnusable } from './port.ts';

export interface OpenedFiles {
  /** null: nowhere to put files, so the server takes none. */
  files: Files | null;
  /** What the person at the terminal should know. */
  notices: string[];
}

/**
 * Files lie in `filesDir` where one is given. Without one they lie beside the embedded log; but with
 * Redis another server wouldn't find what lies on this machine's disk, so none are taken then.
 * @throws FilesUnusable where the folder that is given isn't there or can't be written to.
 */
export async function openFiles(where: {
  dataDir: string;
  redisUrl: string | undefined;
  filesDir: string | undefined;
}): Promise<OpenedFiles> {
  const { dataDir, redisUrl, filesDir } = where;
  if (filesDir !== undefined) {
    await checkGiven(filesDir);
    return { files: await openFolder(filesDir, true), notices: [] };
  }
  if (redisUrl === undefined)
    return { files: await openFolder(join(dataDir, 'files'), false), notices: [] };
  return {
    files: null,
    notices: [
      'FILES_DIR is not set: with Redis, files of evidence need a folder that all servers share. ' +
        'Until then evidence takes links only.',
    ],
  };
}

/** A folder that is given is not made: a share that isn't mounted must not be taken for an empty one. */
async function checkGiven(dir: string): Promise<void> {
  const found = await stat(dir).catch(() => null);
  if (!found?.isDirectory())
    throw new FilesUnusable(`FILES_DIR=${dir} can't be used: it must be a folder that is there.`);
  await access(dir, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
    throw new FilesUnusable(`FILES_DIR=${dir} can't be used: this server can't write to it.`);
  });
}
