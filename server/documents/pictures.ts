import { encode } from 'uqr';
import { type Ink, INK_HEIGHT, INK_WIDTH } from '../../shared/panel/ink.ts';
import { greyPng, penPng } from './png.ts';

/** Half the width of the pen, in units of the ink's box. */
const PEN = 4.5;

/**
 * A signature as a PNG of the size of its box, without a ground: at 24 mm that is 950 dots an inch, and every Word,
 * WPS and LibreOffice shows it.
 */
export function inkPng(ink: Ink): Buffer {
  const pixels = new Uint8Array(INK_WIDTH * INK_HEIGHT).fill(255);
  for (const stroke of ink)
    for (let at = 0; at < Math.max(stroke.length - 2, 1); at += 2) {
      const [x, y, toX = x, toY = y] = stroke.slice(at, at + 4) as [number, number, number, number];
      drawSegment(pixels, [x, y], [toX, toY]);
    }
  return penPng(pixels, INK_WIDTH);
}

type Point = readonly [x: number, y: number];

/** Darkens each pixel by how far the pen's round tip covers it on its way. */
function drawSegment(pixels: Uint8Array, [x1, y1]: Point, [x2, y2]: Point): void {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length2 = dx * dx + dy * dy;
  const reach = PEN + 1;
  const [left, right] = [Math.min(x1, x2) - reach, Math.max(x1, x2) + reach];
  const [top, bottom] = [Math.min(y1, y2) - reach, Math.max(y1, y2) + reach];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(INK_HEIGHT, bottom); y += 1)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(INK_WIDTH, right); x += 1) {
      const along = length2 === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length2;
      const t = Math.min(1, Math.max(0, along));
      const distance = Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
      const grey = 255 * Math.min(1, Math.max(0, distance - PEN + 0.5));
      const at = y * INK_WIDTH + x;
      pixels[at] = Math.min(pixels[at]!, grey);
    }
}

/** Pixels of one module: enough to stay sharp at any print size. */
const MODULE = 8;

/** A QR code with its quiet zone. */
export function qrPng(text: string): Buffer {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const width = size * MODULE;
  const pixels = new Uint8Array(width * width);
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels[y * width + x] = data[Math.floor(y / MODULE)]![Math.floor(x / MODULE)] ? 0 : 255;
  return greyPng(pixels, width);
}
