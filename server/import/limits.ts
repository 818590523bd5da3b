/**
 * What an upload may cost, checked before any library sees the bytes. `SHEET_LIMITS` says what may be
 * in it once it is read; these bound the work until then.
 */
export const UPLOAD_LIMITS = {
  /** 10 MB: a workbook of this kind has some 50 kB; pictures in it are never unpacked. */
  bytes: 10 * 1024 * 1024,
  /** Parts that a workbook's zip lists. */
  entries: 2000,
  /** Bytes of all parts that are read, inflated and counted while inflating. */
  inflated: 16 * 1024 * 1024,
  /** Cells that a sheet's XML names, also those that hold a format only. */
  cells: 300_000,
  /** The last column and row that it names; formats often reach further than texts. */
  columns: 1024,
  rows: 100_000,
  /** Columns times rows: what a reader would lay out. */
  area: 2_000_000,
  /** Cells under one merged cell. */
  merged: 100_000,
} as const;

/** Of the thread that reads, in milliseconds; its heap is in `server/workers/start.ts`. */
export const READING_LIMITS = {
  /** Readings that may wait; who comes later is told to try again. */
  waiting: 4,
  time: 10_000,
  idle: 5_000,
} as const;
