/** Millimetres in PDF points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A4 in points. */
export const A4 = {
  portrait: { width: mm(210), height: mm(297) },
  landscape: { width: mm(297), height: mm(210) },
} as const;

export const SIDE_MARGIN = mm(15);
/** Above and below; the running lines stand in it. */
export const EDGE_MARGIN = mm(16);
