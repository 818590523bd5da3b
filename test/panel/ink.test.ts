import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Ink,
  INK_HEIGHT,
  INK_WIDTH,
  inkPath,
  isInk,
  MAX_INK_POINTS,
  MAX_STROKES,
} from '../../shared/panel/ink.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { parseEnvelope } from '../../shared/wire/schema.ts';
import { Story } from '../kit/panel.ts';

const INK: Ink = [
  [10, 20, 40, 25, 90, 60],
  [300, 150],
];
const concluded = (): Story =>
  new Story()
    .does('secretary', { type: 'open-round' })
    .allScore()
    .does('e1', { type: 'reveal', without: [] })
    .decidesAll()
    .does('e1', { type: 'conclude' });

const accepted = (ink: unknown) =>
  parseEnvelope({ operation: 'operation-1', command: { type: 'sign', dissent: '', ink } }) !== null;

describe('a signature by hand', () => {
  test('[CL1] is kept with the signature; confirming without it is a signature too', () => {
    const story = concluded()
      .does('e2', { type: 'sign', dissent: '', ink: INK })
      .does('e3', { type: 'sign', dissent: '' });
    expect(story.state).toMatchObject({
      signatures: [
        { seat: 'e2', ink: INK },
        { seat: 'e3', ink: null },
      ],
    });
    expect(story.entries.at(-1)?.fact).toEqual({ type: 'signed', seat: 'e3', dissent: '' });
  });

  test('[VW1] people see it as they see names; the projection sees neither', () => {
    const story = concluded().does('e2', { type: 'sign', dissent: '', ink: INK });
    for (const seat of ['e1', 'e4', 'secretary'])
      expect(viewFor(story.state, seat, '')).toMatchObject({
        signatures: [{ ink: null }, { ink: INK }, { ink: null }, { ink: null }, { ink: null }],
      });
    expect(JSON.stringify(viewFor(story.state, 'projection', ''))).not.toContain('ink');
  });

  test('draws as a path: a line through its points, a dot where there is one', () => {
    expect(inkPath(INK)).toBe('M10 20L40 25 90 60M300 150L300 150');
  });

  test('its shape is strict: whole numbers in the box, whole points, within the bounds', () => {
    expect(accepted(INK)).toBe(true);
    expect(accepted(undefined)).toBe(true);
    expect(accepted([[0, 0, INK_WIDTH, INK_HEIGHT]])).toBe(true);
    for (const wrong of [
      ...[[], [[]], [[1]], [[1, 2, 3]], [1, 2], 'M0 0', null, {}, [[1, '2']], [[1, null]]],
      ...[[[-1, 0]], [[0.5, 0]], [[INK_WIDTH + 1, 0]], [[0, INK_HEIGHT + 1]], [[NaN, 0]]],
      Array(MAX_STROKES + 1).fill([1, 1]),
      [Array(2 * MAX_INK_POINTS + 2).fill(1)],
      [Array(2 * MAX_INK_POINTS).fill(1), [1, 1]],
    ])
      expect(accepted(wrong)).toBe(false);
  });

  test('what is accepted always draws', () => {
    const stroke = fc
      .array(fc.tuple(fc.nat(INK_WIDTH), fc.nat(INK_HEIGHT)), { minLength: 1, maxLength: 40 })
      .map((points) => points.flat());
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 20 }), (ink) => {
        expect(isInk(ink)).toBe(true);
        expect(inkPath(ink)).toMatch(/^(M\d+ \d+L\d+ \d+( \d+ \d+)*)+$/);
      }),
    );
  });
});
