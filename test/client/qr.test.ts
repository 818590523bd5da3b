import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { qrPath } from '../../client/ui/qr.ts';

/** The path drawn back into modules. */
function drawn(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    modules[Number(y)]!.fill(true, Number(x), Number(x) + Number(width));
  return modules;
}

describe('a QR code as one path', () => {
  const link = 'http://192.168.1.20:8080/join/0e7keb5p5cpxg56e/e1#abObFAAI7lXCTNGQ0mS1Dw';

  test('[QR1] draws exactly the dark modules', () => {
    const { size, path } = qrPath(link);
    const { data } = encode(link, { ecc: 'M', border: 4 });
    expect(drawn(path, size)).toEqual(data);
    expect(data.flat().filter(Boolean).length).toBeGreaterThan(300);
  });

  test('[QR2] leaves the quiet zone of four modules white on all sides', () => {
    const { size, path } = qrPath(link);
    const modules = drawn(path, size);
    const border = modules.flatMap((row, y) =>
      row.filter((_, x) => Math.min(x, y, size - 1 - x, size - 1 - y) < 4),
    );
    expect(border.some(Boolean)).toBe(false);
  });
});
