import type { Readable } from 'node:stream';
import type { EvidenceFile, FileKind } from '../../shared/panel/evidence.ts';

/**
 * Where files of evidence lie: beside the log, under the SHA-256 of their content, a folder a
 * panel, so that no panel can name another's file.
 */
export interface Files {
  /**
   * Keeps what `source` gives, and says what it is. Durable when it resolves; the same content
   * again changes nothing. A source that fails, or is refused on its way, leaves nothing behind.
   * @throws FileRefused.
   */
  keep(panel: string, name: string, source: AsyncIterable<Uint8Array>): Promise<EvidenceFile>;

  /**
   * The content from its first byte, or null where this panel has no such file, or one whose first
   * bytes are not of this kind. The caller ends the stream.
   */
  open(panel: string, digest: string, kind: FileKind): Promise<OpenFile | null>;
}

export interface OpenFile {
  size: number;
  content: Readable;
}

export type FileRefusalCode =
  /** More than MAX_FILE_BYTES. */
  | 'file-too-large'
  /** A name or a content that no evidence may have, or a name that says another kind. */
  | 'file-not-allowed'
  | 'file-empty';

export class FileRefused extends Error {
  readonly code: FileRefusalCode;
  constructor(code: FileRefusalCode) {
    super(code);
    this.code = code;
  }
}

/** The folder for files is not there or can't be written to; the message names it and the setting. */
export class FilesUnusable extends Error {}
