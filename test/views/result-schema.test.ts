import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ResultJson, resultJson } from '../../shared/documents/result-json.ts';
import type { PartId } from '../../shared/panel/analysis.ts';
import type { Command } from '../../shared/panel/commands.ts';
import { isConcluded } from '../../shared/panel/state.ts';
import { smallSetup, Story } from '../kit/panel.ts';
import { HEAD } from '../kit/print.ts';
import { concludedReference, sealedReference } from '../kit/reference-panel.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../docs/result-schema.json', import.meta.url), 'utf8'),
) as Parameters<typeof z.fromJSONSchema>[0];
const described = z.fromJSONSchema(schema);

function fileOf({ state }: Story): ResultJson {
  if (!isConcluded(state)) throw new Error('not concluded');
  return JSON.parse(JSON.stringify(resultJson(state, HEAD))) as ResultJson;
}

function faultsOf(file: unknown): string[] {
  const { error } = described.safeParse(file);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
}

/** Two rounds, a recusal, an abstention, words in the analysis, a chair who does not score, reopened. */
function eventful(): Story {
  const chair = { kind: 'separate' as const, name: '主持人', title: '', organisation: '' };
  const story = new Story(smallSetup({ chair }))
    .does('secretary', { type: 'open-round' })
    .does('secretary', { type: 'recuse', seat: 'e3', leaves: ['c'], reason: '参与过验收' })
    .allScore(() => 10_00, ['e1', 'e2', 'e3'])
    .edits('e4', [
      { leaf: 'a', mark: 'abstained', reason: '不熟悉' },
      { leaf: 'b', mark: { score: 4_00 }, reason: '理由' },
      { leaf: 'c', mark: { score: 4_00 }, reason: '理由' },
    ])
    .does('e4', { type: 'submit-card' })
    .does('chair', { type: 'reveal', without: ['e5'] })
    .does('chair', { type: 'open-round', leaves: ['b'] })
    .allScore(() => 12_00, ['e1', 'e2', 'e3', 'e4', 'e5'])
    .does('chair', { type: 'reveal', without: [] });
  const write = (part: PartId, text: string): Command => ({
    ...{ type: 'write-analysis', part, text, base: 0, answers: 1 },
  });
  const decisions = ['a', 'b', 'c'].map((leaf) => ({ leaf, score: 9_00, reason: '见讨论' }));
  return story
    .does('chair', { type: 'decide', decisions })
    .does('secretary', write('problems', '台账不全'))
    .does('chair', write('leaf:a', '材料不全'))
    .does('chair', { type: 'conclude' })
    .does('e1', { type: 'sign', dissent: '', ink: [[1, 2, 3, 4]] })
    .does('chair', { type: 'request-reopening', reason: '漏看材料' })
    .does('secretary', { type: 'approve-reopening' })
    .does('chair', { type: 'decide', decisions })
    .does('chair', { type: 'conclude' });
}

describe('docs/result-schema.json', () => {
  const { rules } = smallSetup();
  const files: [string, () => Story][] = [
    ['Fengshun, sealed', () => sealedReference('fengshun-2023')],
    ['Zhongshan, concluded', () => concludedReference('zhongshan-2019')],
    [
      'an anonymous panel',
      () => sealedReference('zhongshan-2019', { rules: { ...rules, anonymity: 'anonymous' } }),
    ],
    ['a panel in which everything happened', eventful],
  ];

  test.each(files)('[RJ1] describes %s', (_, story) => {
    expect(faultsOf(fileOf(story()))).toEqual([]);
  });

  test.each<[string, (file: ResultJson) => unknown]>([
    ['another format', (file) => ({ ...file, format: 'heyi-result/2' })],
    ['a field left out', ({ total: _, ...file }) => file],
    ['points as text', (file) => ({ ...file, total: '93.5' })],
    ['points with a fraction', (file) => ({ ...file, total: 93.5 })],
    ['a time without a zone', (file) => ({ ...file, concludedAt: '2026-01-01T09:00' })],
    ['a grade preset of nobody', (file) => ({ ...file, rules: { ...file.rules, grades: 'own' } })],
    ['a head cut short', (file) => ({ ...file, seal: { ...file.seal, head: HEAD.slice(1) } })],
    [
      'another total of points',
      (file) => ({ ...file, framework: { ...file.framework, points: 1 } }),
    ],
    [
      'a level without children',
      (file) => {
        const [first, ...rest] = file.framework.indicators;
        const indicators = [{ ...first, children: [] }, ...rest];
        return { ...file, framework: { ...file.framework, indicators } };
      },
    ],
    [
      'a score that is no mark',
      (file) => ({
        ...file,
        scores: { anonymity: 'named', cards: { e1: { i01: { mark: 'high', reason: '' } } } },
      }),
    ],
    [
      'a seat of nobody',
      (file) => ({
        ...file,
        scores: { anonymity: 'named', cards: { e99: {} } },
      }),
    ],
    [
      'words of nobody',
      (file) => ({
        ...file,
        analysis: { ...file.analysis, problems: { text: '台账不全', at: '', changed: [] } },
      }),
    ],
  ])('[RJ2] refuses %s', (_, alter) => {
    expect(faultsOf(alter(fileOf(sealedReference('fengshun-2023'))))).not.toEqual([]);
  });
});
