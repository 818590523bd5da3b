/**
 * What a file of evidence may be. The server decides it by the first bytes and the extension
 * together; a kind is never taken from a browser's word.
 */
export const FILE_KINDS = [
  'pdf',
  'png',
  'jpeg',
  'webp',
  'gif',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'ppt',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file as the server took it: kept under the SHA-256 of its content, beside the log. */
export interface EvidenceFile {
  /** 64 hex digits. */
  digest: string;
  /** As it was called on the secretary's device; its extension says the kind. */
  name: string;
  /** Bytes. */
  size: number;
  kind: FileKind;
}

/** One item of evidence of an indicator. [ED1] It has a link or a file, and not both. */
export interface EvidenceItem {
  /** Unique in the panel, so that a reason can cite it: 佐证 3. */
  number: number;
  title: string;
  /** Who issued it; may be empty. */
  source: string;
  /** http or https; '' for an item with a file. As typed until the scoring starts: see `linkOf`. */
  link: string;
  file: EvidenceFile | null;
}

/** By leaf id, each in the order of the secretary. */
export type Evidence = Record<string, EvidenceItem[]>;

/** 20 MB, as the secretary's file manager counts them. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Items of one panel: the number has at most three digits, and disks have an end. */
export const MAX_EVIDENCE = 200;
/** The highest number: numbers aren't used again when an item is taken out. */
export const MAX_EVIDENCE_NUMBER = 999;
export const MAX_LINK = 1000;

/** A file's name: no path, no control character, and well-formed, since it goes into a header. */
export const FILE_NAME = /^[^\p{Cc}\p{Cs}/\\]{1,200}$/u;

/** The extensions that a kind goes by. */
const EXTENSIONS: Record<FileKind, readonly string[]> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  gif: ['gif'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  doc: ['doc'],
  xls: ['xls'],
  ppt: ['ppt'],
};

/** Every allowed extension with its dot, for a file dialog. */
export const FILE_EXTENSIONS: readonly string[] = Object.values(EXTENSIONS).flatMap((extensions) =>
  extensions.map((extension) => `.${extension}`),
);

/** The kind that a file's name says it is; undefined for names that no evidence has. */
export function kindOfName(name: string): FileKind | undefined {
  const extension = /\.([a-z]{2,5})$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return FILE_KINDS.find((kind) => EXTENSIONS[kind].includes(extension));
}

const IMAGES: readonly FileKind[] = ['png', 'jpeg', 'webp', 'gif'];
export const isImage = (kind: FileKind): boolean => IMAGES.includes(kind);

/**
 * The address of an item's link, or null where there is none that a page may lead to. [ED2] Only
 * http and https: what is typed may be anything, and a `javascript:` link would be a program.
 */
export function linkOf({ link }: Pick<EvidenceItem, 'link'>): string | null {
  const text = link.trim();
  if (!/^https?:\/\/[^\s/?#]/i.test(text) || /\s/.test(text) || text.length > MAX_LINK) return null;
  return text;
}

/** The items of a leaf by their number, as every reader sees them. */
export function evidenceOn(evidence: Evidence, leaf: string): EvidenceItem[] {
  const items = Object.hasOwn(evidence, leaf) ? evidence[leaf]! : [];
  return [...items].sort((a, b) => a.number - b.number);
}

export function allEvidence(evidence: Evidence): EvidenceItem[] {
  return Object.values(evidence).flat();
}

/** The number that the next item gets: one past the highest, so that no citation changes meaning. */
export function nextNumber(evidence: Evidence): number {
  return Math.max(0, ...allEvidence(evidence).map(({ number }) => number)) + 1;
}

/** The file of that digest which this evidence names, if it names one. */
export function fileNamed(evidence: Evidence, digest: string): EvidenceFile | null {
  return allEvidence(evidence).find(({ file }) => file?.digest === digest)?.file ?? null;
}
