import { encode } from 'uqr';

/** Quiet zone in modules: what the standard asks for, since a slip is cut close to the code. */
const BORDER = 4;

/**
 * A QR code as one SVG path in module units over a `size` × `size` square, quiet zone included: dark
 * modules as horizontal runs. One path, because a thousand small rectangles print with hairlines.
 */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: BORDER });
  const path = data.map((row, y) => runsOf(row, y)).join('');
  return { size, path };
}

function runsOf(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    const width = x - start + 1;
    path += `M${start} ${y}h${width}v1h-${width}z`;
  }
  return path;
}
