import { describe, expect, test } from 'vitest';
import { writeFrameOf, WriteFrames } from '../../client/sync/write-frames.ts';

describe('write frames', () => {
  test.each([
    [[0, 2, 9], 'update'],
    [[0, 1, 9], 'catch-up'],
    [[0, 0, 9], null],
    [[1, 2], null],
    [[], null],
  ] as const)('[WF1] %j is %s', (bytes, kind) => {
    expect(writeFrameOf(Uint8Array.from(bytes))).toBe(kind);
  });

  test('[WF1] a text frame writes nothing', () => expect(writeFrameOf('\u0000\u0002')).toBeNull());

  test('[WF2] a change is durable once the frame that carried it is', () => {
    const frames = new WriteFrames();
    frames.opened();
    frames.sent('catch-up', 0);
    frames.sent('update', 1);
    frames.sent('update', 2);
    expect(frames.waiting).toBe(3);
    expect(frames.saved(1)).toBe(0);
    expect(frames.saved(2)).toBe(1);
    expect(frames.saved(3)).toBe(2);
    expect(frames.waiting).toBe(0);
  });

  test('[WF3] before the catch-up no update goes out; the catch-up carries it', () => {
    const frames = new WriteFrames();
    frames.opened();
    expect(frames.sent('update', 7)).toBe(false);
    expect(frames.sent('catch-up', 7)).toBe(true);
    expect(frames.sent('update', 8)).toBe(true);
    expect(frames.saved(1)).toBe(7);
  });

  test('[WF4] a new connection starts from nothing', () => {
    const frames = new WriteFrames();
    frames.opened();
    frames.sent('catch-up', 3);
    frames.sent('update', 4);
    frames.opened();
    expect(frames.saved(2)).toBe(0);
    frames.opened();
    frames.sent('catch-up', 4);
    expect(frames.saved(1)).toBe(4);
  });

  test('[WF5] an acknowledgement never takes back, and counts no frame that was not sent', () => {
    const frames = new WriteFrames();
    frames.opened();
    frames.sent('catch-up', 1);
    frames.sent('update', 2);
    expect(frames.saved(2)).toBe(2);
    expect(frames.saved(1)).toBe(2);
    expect(frames.saved(99)).toBe(2);
  });
});
