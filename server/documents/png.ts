import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREYSCALE = { type: 0, bytes: 1 };
const GREYSCALE_WITH_ALPHA = { type: 4, bytes: 2 };

/** A picture of grey values, 0 black to 255 white, row by row, as a PNG. */
export function greyPng(pixels: Uint8Array, width: number): Buffer {
  return png(pixels, width, GREYSCALE);
}

/** The same drawn in black without a ground: what is white lets through what lies beneath. */
export function penPng(pixels: Uint8Array, width: number): Buffer {
  const black = new Uint8Array(2 * pixels.length);
  for (let at = 0; at < pixels.length; at += 1) black[2 * at + 1] = 255 - pixels[at]!;
  return png(black, width, GREYSCALE_WITH_ALPHA);
}

function png(samples: Uint8Array, width: number, { type, bytes }: typeof GREYSCALE): Buffer {
  const line = width * bytes;
  const height = samples.length / line;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, type, 0, 0, 0], 8);
  // Each row starts with the number of its filter: none.
  const rows = Buffer.alloc((line + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(samples.subarray(y * line, (y + 1) * line), y * (line + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
