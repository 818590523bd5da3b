import { describe, expect, test } from 'vitest';
import { type ResultJson, resultJson, RESULT_FORMAT } from '../../shared/documents/result-json.ts';
import { isConcluded } from '../../shared/panel/state.ts';
import type { Story } from '../kit/panel.ts';
import { concludedReference, referenceSetup, sealedReference } from '../kit/reference-panel.ts';

const HEAD = 'f'.repeat(64);

function fileOf({ state }: Story): ResultJson {
  if (!isConcluded(state)) throw new Error('not concluded');
  return resultJson(state, HEAD);
}

describe('the result file', () => {
  const fengshun = fileOf(sealedReference('fengshun-2023'));

  test('[RJ1] names its format, and survives being written and read', () => {
    expect(fengshun.format).toBe(RESULT_FORMAT);
    expect(JSON.parse(JSON.stringify(fengshun))).toEqual(fengshun);
  });

  test('[RJ2] subtotals and rates at every level, decisions and proposals at the leaves', () => {
    const dimensions = fengshun.framework.indicators.map(({ score, rate }) => [score, rate]);
    expect(dimensions).toEqual([
      [13_00, 86_67],
      [23_50, 94_00],
      [28_50, 95_00],
      [28_50, 95_00],
    ]);
    expect(fengshun.framework.points).toBe(100_00);
    expect([fengshun.total, fengshun.unrounded, fengshun.grade]).toEqual([93_50, null, '优']);
    expect(JSON.stringify(fengshun.framework)).toContain(
      '"proposal":{"value":150,"n":5,"rule":"mean"},"decision":{"reason":"绩效指标未见',
    );
  });

  test('[RJ3] the self-assessment at every level', () => {
    const { indicators } = fileOf(sealedReference('zhongshan-2019')).framework;
    expect(indicators.map(({ selfScore }) => selfScore)).toEqual([13_00, 34_00, 45_00]);
    expect(fengshun.framework.indicators.map(({ selfScore }) => selfScore)).toEqual(
      Array.from({ length: 4 }, () => null),
    );
  });

  test('[RJ4] signatures with dissents; the seal with head and count', () => {
    const { signatures, seal } = fengshun;
    expect(signatures.map(({ at, dissent }) => [at !== null, dissent])).toEqual([
      [true, ''],
      [true, '对成本指标的扣分有不同看法。'],
      [true, ''],
      [true, ''],
      [false, ''],
    ]);
    const entries = sealedReference('fengshun-2023').entries.length;
    expect(seal).toMatchObject({ head: HEAD, entries, without: ['e5'] });
    expect(fileOf(concludedReference('fengshun-2023')).seal).toBeNull();
  });

  test('[RJ5] scores by name where the panel is named', () => {
    const { scores } = fengshun;
    if (scores.anonymity !== 'named') throw new Error('not named');
    expect(Object.keys(scores.cards)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
    expect(scores.cards['e4']!['i02']).toEqual({ mark: { score: 1_50 }, reason: '理由 i02' });
  });

  test('[RJ5] what a score rests on, where more than the score was entered', () => {
    const story = concludedReference('fengshun-2023');
    const deductions = [{ amount: 50, reason: '无佐证' }];
    if (!isConcluded(story.state)) throw new Error('not concluded');
    const card = story.state.rounds[0]!.cards['e4']!;
    card['i02'] = { ...card['i02']!, basis: { deductions } };
    const { scores } = fileOf(story);
    if (scores.anonymity !== 'named') throw new Error('not named');
    expect(scores.cards['e4']!['i02']).toEqual({
      mark: { score: 1_50 },
      reason: '无佐证，扣0.5分；理由 i02',
      basis: { deductions },
    });
  });

  test('[RJ5] sorted values without seats or reasons where it is anonymous', () => {
    const { rules } = referenceSetup('fengshun-2023');
    const { scores } = fileOf(
      sealedReference('fengshun-2023', { rules: { ...rules, anonymity: 'anonymous' } }),
    );
    if (scores.anonymity !== 'anonymous') throw new Error('not anonymous');
    expect(scores.leaves['i02']).toEqual({ values: [150, 150, 150, 150, 150], abstained: 0 });
    expect(JSON.stringify(scores)).not.toMatch(/"e\d"|理由/);
  });
});
