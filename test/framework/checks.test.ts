import { describe, expect, test } from 'vitest';
import { checkFramework, type Finding } from '../../shared/framework/checks.ts';
import { loadPreset, PRESET_IDS } from '../../shared/framework/presets.ts';
import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { framework, leaf, level } from './trees.ts';

/** A framework worth 100 points with one more indicator of 10 in it. */
const withOne = (indicator: Indicator) => framework(leaf('rest', 90_00), indicator);

const error = (
  code: Finding['code'],
  indicator: string | null,
  actual: number | null = null,
  limit: number | null = null,
) => ({ code, severity: 'error', indicator, actual, limit });

const warning = (...of: Parameters<typeof error>) => ({ ...error(...of), severity: 'warning' });

describe('checkFramework', () => {
  test.each(PRESET_IDS)('[FW5] finds nothing in %s', async (id) => {
    const preset = await loadPreset(id);
    expect(checkFramework(preset.framework)).toEqual([]);
  });

  test('[FW5] nothing to score', () => {
    expect(checkFramework(framework())).toEqual([error('no-indicators', null)]);
  });

  test('[FW5] a total that is not 100 says what it is', () => {
    const short = framework(leaf('a', 60_00), leaf('b', 39_50));
    expect(checkFramework(short)).toEqual([error('total-off', null, 99_50, 100_00)]);
  });

  test('[FW5] a level that declares other points than its leaves add up to', () => {
    const inner = level('inner', 6_00, [leaf('a', 3_00), leaf('b', 2_00)]);
    const outer = level('outer', 10_00, [inner, leaf('c', 5_00)]);
    expect(checkFramework(withOne(outer))).toEqual([error('sum-off', 'inner', 6_00, 5_00)]);
  });

  test('[FW5] a level that declares nothing is fine', () => {
    expect(checkFramework(withOne(level('l', null, [leaf('a', 10_00)])))).toEqual([]);
  });

  test.each<[string, Framework, ReturnType<typeof error>[]]>([
    ['no points', framework(leaf('rest', 100_00), leaf('a', null)), [error('points-missing', 'a')]],
    [
      'zero points',
      framework(leaf('rest', 100_00), leaf('a', 0)),
      [error('points-invalid', 'a', 0, 1000_00)],
    ],
    [
      'negative points',
      framework(leaf('rest', 101_00), leaf('a', -1_00)),
      [error('points-invalid', 'a', -1_00, 1000_00)],
    ],
    [
      'a third decimal in points',
      framework(leaf('rest', 99_99.5, { step: 1 }), leaf('a', 0.5)),
      [
        error('points-invalid', 'rest', 9999.5, 1000_00),
        error('points-invalid', 'a', 0.5, 1000_00),
      ],
    ],
    ['a step of zero', withOne(leaf('a', 10_00, { step: 0 })), [error('step-invalid', 'a', 0)]],
    ['a negative step', withOne(leaf('a', 10_00, { step: -5 })), [error('step-invalid', 'a', -5)]],
    [
      'a third decimal in the step',
      withOne(leaf('a', 10_00, { step: 0.5 })),
      [error('step-invalid', 'a', 0.5)],
    ],
    [
      'points off the step',
      withOne(leaf('a', 10_00, { step: 3_00 })),
      [warning('points-off-step', 'a', 10_00, 3_00)],
    ],
    [
      'a step above the points',
      withOne(leaf('a', 10_00, { step: 20_00 })),
      [warning('points-off-step', 'a', 10_00, 20_00)],
    ],
    ['an empty name', withOne(leaf('a', 10_00, { name: '　' })), [error('name-empty', 'a')]],
    [
      'long texts',
      withOne(
        leaf('a', 10_00, {
          name: '长'.repeat(201),
          criteria: '长'.repeat(4001),
          explanation: '长'.repeat(4001),
        }),
      ),
      [
        error('name-too-long', 'a', 201, 200),
        error('criteria-too-long', 'a', 4001, 4000),
        error('explanation-too-long', 'a', 4001, 4000),
      ],
    ],
    ['an id in capitals', withOne(leaf('A', 10_00)), [error('id-malformed', 'A')]],
    [
      'an id that every object has',
      withOne(leaf('constructor', 10_00)),
      [error('id-malformed', 'constructor')],
    ],
    [
      'an id too long',
      withOne(leaf('a'.repeat(25), 10_00)),
      [error('id-malformed', 'a'.repeat(25))],
    ],
    [
      'the same id twice',
      framework(level('a', null, [leaf('b', 50_00)]), level('c', null, [leaf('b', 50_00)])),
      [error('id-repeated', 'b', 2)],
    ],
  ])('[FW5] %s', (_, tree, findings) => {
    expect(checkFramework(tree)).toEqual(findings);
  });

  test('[FW5] texts at their limits are fine', () => {
    const full = { name: '长'.repeat(200), criteria: '长'.repeat(4000) };
    expect(checkFramework(withOne(leaf('a', 10_00, full)))).toEqual([]);
  });

  test('[FW5] siblings of one name are a warning on each; cousins are nothing', () => {
    const twin = { name: '双' };
    const siblings = level('l', null, [leaf('a', 5_00, twin), leaf('b', 5_00, twin)]);
    expect(checkFramework(withOne(siblings))).toEqual([
      warning('name-repeated', 'a', 2),
      warning('name-repeated', 'b', 2),
    ]);
    const cousins = framework(
      level('l', null, [leaf('a', 50_00, twin)]),
      level('m', null, [leaf('b', 50_00, twin)]),
    );
    expect(checkFramework(cousins)).toEqual([]);
  });

  test('[FW5] four levels are enough, the fifth is named', () => {
    const nest = (depth: number): Indicator =>
      depth === 1 ? leaf('n1', 10_00) : level(`n${depth}`, null, [nest(depth - 1)]);
    expect(checkFramework(withOne(nest(4)))).toEqual([]);
    expect(checkFramework(withOne(nest(5)))).toEqual([error('too-deep', 'n1', 5, 4)]);
  });

  test('[FW5] two hundred leaves are enough', () => {
    const many = (n: number, points: number) =>
      framework(...Array.from({ length: n }, (_, index) => leaf(`n${index}`, points)));
    expect(checkFramework(many(200, 50))).toEqual([]);
    expect(checkFramework(many(201, 50))).toEqual([
      error('too-many-leaves', null, 201, 200),
      error('total-off', null, 100_50, 100_00),
    ]);
  });

  test('[FW5] the title', () => {
    const one = framework(leaf('a', 100_00));
    expect(checkFramework({ ...one, title: ' ' })).toEqual([warning('title-empty', null)]);
    expect(checkFramework({ ...one, title: '长'.repeat(201) })).toEqual([
      error('title-too-long', null, 201, 200),
    ]);
  });
});
