import { close, constants, fdatasync, fstatSync, fsync, ftruncate, open, write } from 'node:fs';
import { promisify } from 'node:util';

/**
 * The named I/O boundaries of the embedded log: everything that must have happened before an
 * append is acknowledged passes here, and nothing else does. A fault test wraps `diskFiles`.
 */
export interface FileStore {
  /** Opens for reading and writing, creating it empty. Never truncates, never O_APPEND. */
  open(path: string): Promise<number>;
  /** Writes all of `bytes` at `position`; may have written a part when it rejects. */
  write(file: number, bytes: Buffer, position: number): Promise<void>;
  /** Content and length are on the medium when it resolves. */
  sync(file: number): Promise<void>;
  truncate(file: number, length: number): Promise<void>;
  /** Makes a new name in the folder durable; without it a new file can vanish with its content. */
  syncFolder(path: string): Promise<void>;
  /** Length in bytes, or -1 when the file no longer has a name. Synchronous: 2 µs, each append. */
  length(file: number): number;
  close(file: number): Promise<void>;
}

const files = {
  open: promisify(open),
  write: promisify(write),
  fdatasync: promisify(fdatasync),
  fsync: promisify(fsync),
  ftruncate: promisify(ftruncate),
  close: promisify(close),
};

export const diskFiles: FileStore = {
  open: (path) => files.open(path, constants.O_RDWR | constants.O_CREAT, 0o600),

  async write(file, bytes, position) {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await files.write(
        file,
        bytes,
        done,
        bytes.length - done,
        position + done,
      );
      done += bytesWritten;
    }
  },

  sync: (file) => files.fdatasync(file),

  truncate: (file, length) => files.ftruncate(file, length),

  async syncFolder(path) {
    // Windows neither needs nor allows it: NTFS journals names, and a folder can't be opened.
    if (process.platform === 'win32') return;
    const folder = await files.open(path, constants.O_RDONLY);
    try {
      await files.fsync(folder);
    } finally {
      await files.close(folder);
    }
  },

  length(file) {
    const { size, nlink } = fstatSync(file);
    return nlink === 0 ? -1 : size;
  },

  close: (file) => files.close(file),
};
