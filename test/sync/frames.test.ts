import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { MAX_CATCH_UP_BYTES, MAX_UPDATE_BYTES } from '../../shared/scorecard/terms.ts';
import {
  answerFrame,
  askFrame,
  quietFrame,
  readFrame,
  refusedFrame,
  savedFrame,
  updateFrame,
} from '../../server/sync/frames.ts';
import { Bucket } from '../../server/sync/bucket.ts';
import { readWhole } from '../../server/sync/reader.ts';
import { Receipts } from '../../server/sync/receipts.ts';
import { syncRefusal } from '../../server/sync/refusals.ts';

const update = Uint8Array.of(1, 2, 3);
const long = (bytes: number) => new Uint8Array(bytes);

describe('frames', () => {
  test('[FR1] of the protocol are told apart', () => {
    expect(readFrame(askFrame(Uint8Array.of(1, 7, 9)))).toEqual({
      kind: 'ask',
      stateVector: Uint8Array.of(1, 7, 9),
    });
    expect(readFrame(answerFrame(update))).toEqual({ kind: 'catch-up', update });
    expect(readFrame(updateFrame(update))).toEqual({ kind: 'update', update });
    expect(readFrame(quietFrame)).toEqual({ kind: 'presence' });
    expect(readFrame(Uint8Array.of(3))).toEqual({ kind: 'presence' });
  });

  const refused: [string, number[] | Uint8Array, string][] = [
    ['nothing', [], 'malformed'],
    ['an over-long type (`80 00`)', [0x80, 0, 2, 1, 0], 'malformed'],
    ['an over-long step', [0, 0x82, 0, 1, 0], 'malformed'],
    ['an over-long length', [0, 2, 0x81, 0, 0], 'malformed'],
    ['a number beyond 2^53', [0, 2, 255, 255, 255, 255, 255, 255, 255, 127], 'malformed'],
    ['a number without an end', [0, 2, 255], 'malformed'],
    ['fewer bytes than it says', [0, 2, 5, 1], 'malformed'],
    ['more bytes than it says', [0, 2, 1, 1, 1], 'malformed'],
    ['auth, which only servers send', [2, 0, 1, 65], 'malformed'],
    ['our own acknowledgement', savedFrame(5), 'malformed'],
    ['our own refusal', refusedFrame(syncRefusal('malformed')), 'malformed'],
    ['an unknown step', [0, 3, 0], 'malformed'],
    ['a state vector cut short', askFrame(Uint8Array.of(2, 7, 9)), 'malformed'],
    ['a state vector with more behind', askFrame(Uint8Array.of(1, 7, 9, 9)), 'malformed'],
    ['a state vector of a huge count', askFrame(Uint8Array.of(0xff, 0xff, 0x7f)), 'malformed'],
    ['a huge state vector', askFrame(long(9000)), 'too-large'],
    ['a huge presence', [1, 0x81, 0x40, ...long(8193)], 'too-large'],
    ['a live update over its limit', updateFrame(long(MAX_UPDATE_BYTES + 1)), 'too-large'],
    ['a catch-up over its limit', answerFrame(long(MAX_CATCH_UP_BYTES + 1)), 'too-large'],
  ];
  test.each(refused)('[FR2] %s is refused', (_name, bytes, code) => {
    expect(readFrame(Uint8Array.from(bytes))).toBe(code);
  });

  test('[FR3] numbers and texts are read as lib0 writes them', () => {
    for (const number of [0, 1, 63, 64, 127, 128, 8191, 8192, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      const written = encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, number);
        encoding.writeVarInt(encoder, number);
        encoding.writeVarInt(encoder, -number);
        encoding.writeVarString(encoder, `${number}分😀`);
      });
      const read = readWhole(written, (reader) => [
        reader.uint(),
        reader.int(),
        reader.int(),
        reader.text(),
      ]);
      expect(read).toEqual([number, number, -number, `${number}分😀`]);
    }
  });
});

describe('receipts', () => {
  test('[RC1] count the first frames only, and only news is told', () => {
    const receipts = new Receipts();
    expect(receipts.news()).toBeNull();
    receipts.durable(2);
    expect(receipts.news()).toBeNull();
    receipts.durable(1);
    receipts.durable(4);
    expect(receipts.news()).toBe(2);
    expect(receipts.news()).toBeNull();
    receipts.durable(3);
    expect(receipts.news()).toBe(4);
  });
});

describe('a bucket', () => {
  test('[BK1] lets a burst through, then the steady rate, and remembers a debt', () => {
    let now = 0;
    const bucket = new Bucket({ perSecond: 10, burst: 5 }, () => now);
    for (let n = 0; n < 5; n++) expect(bucket.spend(1)).toBe(true);
    expect(bucket.spend(1)).toBe(false);
    now += 200;
    expect(bucket.spend(1)).toBe(true);
    expect(bucket.spend(20)).toBe(false);
    now += 1900;
    expect(bucket.spend(0)).toBe(false);
    now += 200;
    expect(bucket.spend(0)).toBe(true);
    now += 60_000;
    expect(bucket.spend(5)).toBe(true);
    expect(bucket.spend(1)).toBe(false);
  });
});

test('[RF1] every code has its sentence in both languages', () => {
  for (const code of [
    'malformed',
    'too-large',
    'card-full',
    'wrong-phase',
    'link-voided',
  ] as const) {
    const refusal = syncRefusal(code);
    expect(refusal.code).toBe(code);
    expect(refusal.zh).toMatch(/[\u4e00-\u9fff].*[。]$/);
    expect(refusal.en).toMatch(/^[A-Z].*\.$/);
  }
});
