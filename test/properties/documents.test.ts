import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POLICIES } from '../../shared/consensus/terms.ts';
import { type Document, tablesOf } from '../../shared/documents/document.ts';
import { documentsOf, draftDocuments } from '../../shared/documents/documents.ts';
import { sumFaults } from '../../shared/documents/sums.ts';
import type { Indicator } from '../../shared/framework/terms.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { formatPoints } from '../../shared/framework/points.ts';
import { ANONYMITY } from '../../shared/panel/terms.ts';
import type { CardChange } from '../../shared/scorecard/terms.ts';
import { smallSetup, Story } from '../kit/panel.ts';
import { factsOf, texts } from '../kit/print.ts';

/** A tree of up to four levels whose leaves are worth 100 points together. */
const framework = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 }),
    fc.array(fc.nat(9), { minLength: 24, maxLength: 24 }),
  )
  .map(([weights, choices]) => {
    const sum = weights.reduce((total, each) => total + each, 0);
    const points = weights.map((each) => Math.max(1, Math.round((each / sum) * 200)) * 50);
    points[0]! += 100_00 - points.reduce((total, each) => total + each, 0);
    let at = 0;
    const node = (children: Indicator[], worth: number | null): Indicator => {
      at += 1;
      const texts = { name: `指标${at}`, criteria: '', explanation: '' };
      return { id: `n${at}`, points: worth, step: 50, ...texts, children };
    };
    const level = (leaves: Indicator[], depth: number): Indicator[] => {
      const cut = 1 + (choices[(at + depth) % 24]! % leaves.length);
      const parts = [leaves.slice(0, cut), leaves.slice(cut)].filter(({ length }) => length > 0);
      return parts.map((part) => {
        const nest = depth < 4 && choices[(at + 7 * depth) % 24]! > 2;
        if (!nest && part.length === 1) return part[0]!;
        return node(depth < 3 ? level(part, depth + 1) : part, null);
      });
    };
    const leaves = points.filter((each) => each > 0).map((each) => node([], each));
    return { title: '测试', indicators: level(leaves, 1) };
  })
  .filter((tree) => leavesOf(tree).reduce((sum, { points }) => sum + points, 0) === 100_00);

/** A concluded panel: some abstain, one may be recused or absent, decisions depart from the policy. */
const panel = fc
  .record({
    framework,
    policy: fc.constantFrom(...POLICIES.filter((each) => each !== 'unanimous')),
    anonymity: fc.constantFrom(...ANONYMITY),
    chances: fc.infiniteStream(fc.nat(1000)),
    recused: fc.boolean(),
    absent: fc.boolean(),
    again: fc.boolean(),
  })
  .map(({ framework, policy, anonymity, chances, recused, absent, again }) => {
    const chance = (below: number) => Number(chances.next().value) % below;
    const { rules } = smallSetup();
    const leaves = leavesOf(framework);
    const selfAssessment = Object.fromEntries(
      leaves.flatMap(({ id, points }) =>
        chance(3) === 0 ? [] : [[id, { score: chance(points / 50 + 1) * 50, reason: '' }] as const],
      ),
    );
    const story = new Story(
      smallSetup({ framework, selfAssessment, rules: { ...rules, policy, anonymity } }),
    ).does('secretary', { type: 'open-round' });
    if (recused)
      story.does('e1', { type: 'recuse', seat: 'e4', leaves: [leaves[0]!.id], reason: '顾问' });
    const score = (seat: string, of: typeof leaves) => {
      const changes = of
        .filter(({ id }) => !(recused && seat === 'e4' && id === leaves[0]!.id))
        .map(({ id, points }): CardChange => {
          const mark = chance(8) === 0 ? 'abstained' : { score: chance(points / 50 + 1) * 50 };
          return { leaf: id, mark, reason: '理由' };
        });
      if (changes.length === 0) return;
      story.edits(seat, changes).does(seat, { type: 'submit-card' });
    };
    for (const seat of ['e1', 'e2', 'e3', 'e4']) score(seat, leaves);
    if (!absent) score('e5', leaves);
    const missing = () =>
      story.state.phase === 'scoring'
        ? Object.entries(story.state.round.cards)
            .filter(([, card]) => card.status === 'open')
            .map(([seat]) => seat)
        : [];
    story.does('e1', { type: 'reveal', without: missing() });
    if (again) {
      const last = leaves.at(-1)!;
      story.does('e1', { type: 'open-round', leaves: [last.id] });
      for (const seat of ['e1', 'e2', 'e3']) score(seat, [last]);
      story.does('e1', { type: 'reveal', without: missing() });
    }
    const decisions = leaves.map(({ id, points }) => {
      const full = chance(3) === 0;
      return { leaf: id, score: full ? points : chance(points + 1), reason: full ? '' : '见讨论' };
    });
    return story.does('e1', { type: 'decide', decisions }).does('e1', { type: 'conclude' });
  });

const tableIn = (documents: Document[], id: string) =>
  tablesOf(documents.find((each) => each.id === id)!)[0]!;
const SEATS = ['secretary', 'e2', 'projection'];

describe('the documents of any panel', () => {
  test('[SU1] every printed sum is what is printed below it, for every reader, in both languages', () => {
    let sums = 0;
    fc.assert(
      fc.property(panel, fc.constantFrom('zh' as const, 'en' as const), (story, language) => {
        for (const seat of SEATS) {
          const documents = draftDocuments(factsOf(story, seat), language);
          expect(documents.flatMap(sumFaults)).toEqual([]);
          expect(documentsOf(factsOf(story, seat), language)).toEqual(documents);
          sums += documents
            .flatMap(tablesOf)
            .flatMap(({ body, foot }) =>
              [...body, ...foot].filter((row) => row.some(({ kind }) => kind === 'label')),
            ).length;
        }
      }),
      { numRuns: 60 },
    );
    expect(sums).toBeGreaterThan(1000);
  });

  test('[SU2] the same number stands in every document that prints it', () => {
    fc.assert(
      fc.property(panel, (story) => {
        const facts = factsOf(story);
        const documents = documentsOf(facts, 'zh');
        const total = formatPoints(facts.tally.total);
        const last = (id: string) =>
          texts(tableIn(documents, id).foot)[0]!.filter((text) => text !== '');
        expect(last('summary')).toContain(total);
        expect(last('scores').at(-1)).toBe(total);
        expect(last('sheet')).toContain(total);
        const missing = 100_00 - facts.tally.total;
        expect(last('deductions').at(-1)).toBe(formatPoints(missing));
        const decided = texts(tableIn(documents, 'scores').body)
          .filter(([label]) => label !== '小计')
          .map((row) => row.at(-1));
        const minutes = documents.find(({ id }) => id === 'minutes')!;
        expect(texts(tablesOf(minutes)[1]!.body).map((row) => row[5])).toEqual(decided);
        const analysis = JSON.stringify(documents.find(({ id }) => id === 'analysis'));
        expect(analysis).toContain(`评价得分${total}分`);
      }),
      { numRuns: 60 },
    );
  });

  test('[SU3] data that was altered on the way is refused where its sum would be printed', () => {
    fc.assert(
      fc.property(panel, fc.nat(100), fc.integer({ min: 1, max: 100 }), (story, pick, more) => {
        const facts = factsOf(story);
        const { tally } = facts;
        const refused = (altered: typeof tally) =>
          documentsOf({ ...facts, tally: altered }, 'zh')
            .filter(({ blocks }) => JSON.stringify(blocks[0]).includes('没有生成这份文件'))
            .map(({ id }) => id);
        expect(refused(tally)).toEqual([]);
        const total = refused({ ...tally, total: tally.total + more });
        for (const id of ['sheet', 'summary', 'analysis', 'minutes']) expect(total).toContain(id);

        const leaves = leavesOf(facts.setup.framework);
        const { id: leaf } = leaves[pick % leaves.length]!;
        const decision = tally.decisions[leaf]!;
        const decisions = {
          ...tally.decisions,
          [leaf]: { ...decision, score: decision.score + more },
        };
        expect(refused({ ...tally, decisions })).toContain('sheet');

        const first = facts.setup.framework.indicators[0]!.id;
        const level = tally.levels[first]!;
        const levels = { ...tally.levels, [first]: { ...level, score: level.score + more } };
        expect(refused({ ...tally, levels })).toContain('summary');
      }),
      { numRuns: 60 },
    );
  });

  test('[SU4] one printed number changed among parts and sum is found', () => {
    fc.assert(
      fc.property(panel, fc.nat(10_000), (story, pick) => {
        for (const id of ['scores', 'sheet', 'summary', 'deductions']) {
          const document = documentsOf(factsOf(story), 'zh').find((each) => each.id === id)!;
          const table = tableIn([document], id);
          const sum = table.foot[0]!.findLast(
            ({ kind, text }) => kind === 'number' && /^[\d.]+$/.test(text),
          )!;
          const before = sum.text;
          sum.text = formatPoints(Math.round(Number(before) * 100) + 1 + (pick % 500));
          expect(sumFaults(document)).not.toEqual([]);
          sum.text = before;
          expect(sumFaults(document)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
