import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedAmounts, offeredScores } from '../../shared/rules/amounts.ts';
import { checkFramework } from '../../shared/framework/checks.ts';
import {
  addIndicator,
  blankIndicator,
  freshId,
  indent,
  moveDown,
  moveTo,
  moveUp,
  outdent,
} from '../../shared/framework/edits.ts';
import { parseName } from '../../shared/framework/parse-name.ts';
import { isOnGrid } from '../../shared/framework/points.ts';
import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { derivedPoints, leavesOf, totalPoints, walk } from '../../shared/framework/tree.ts';

/** A tree grown by putting each next indicator under one that is there already. */
const tree: fc.Arbitrary<Framework> = fc.array(fc.nat(), { maxLength: 12 }).map((places) =>
  places.reduce<Framework>(
    (grown, place) => {
      const parents = [null, ...walk(grown).map(({ indicator }) => indicator.id)];
      const next: Indicator = { ...blankIndicator(freshId(grown)), points: (place % 9) * 50 };
      return addIndicator(grown, parents[place % parents.length] ?? null, 0, next);
    },
    { title: '', indicators: [] },
  ),
);

const idsOf = (framework: Framework) => walk(framework).map(({ indicator }) => indicator.id);

describe('frameworks', () => {
  test('[FW3] moving never loses, doubles or changes an indicator', () => {
    const move = fc.constantFrom(moveUp, moveDown, indent, outdent);
    const to = (place: number) => (framework: Framework, id: string) => {
      const parents = [null, ...idsOf(framework)];
      return moveTo(framework, id, parents[place % parents.length] ?? null, place % 3);
    };
    const moves = fc.array(fc.tuple(fc.nat(), fc.oneof(move, fc.nat().map(to))), { maxLength: 20 });
    fc.assert(
      fc.property(tree, moves, (start, steps) => {
        const bare = ({ indicators }: Framework) =>
          walk({ title: '', indicators }).map(({ indicator }) => ({ ...indicator, children: [] }));
        const sorted = (framework: Framework) =>
          bare(framework).sort((a, b) => (a.id < b.id ? -1 : 1));
        let moved = start;
        for (const [which, step] of steps) {
          const ids = idsOf(moved);
          const id = ids[which % Math.max(1, ids.length)];
          if (id !== undefined) moved = step(moved, id);
          expect(sorted(moved)).toEqual(sorted(start));
        }
      }),
    );
  });

  test('[FW2] the whole is worth its leaves, and every level what is in it', () => {
    fc.assert(
      fc.property(tree, (framework) => {
        const leaves = leavesOf(framework);
        expect(totalPoints(framework)).toBe(leaves.reduce((sum, leaf) => sum + leaf.points, 0));
        for (const { indicator } of walk(framework)) {
          const inside = indicator.children.reduce((sum, each) => sum + derivedPoints(each), 0);
          if (indicator.children.length > 0) expect(derivedPoints(indicator)).toBe(inside);
        }
      }),
    );
  });

  test('[FW5] every finding about an indicator names one that is there', () => {
    fc.assert(
      fc.property(tree, (framework) => {
        const ids = idsOf(framework);
        for (const { indicator } of checkFramework(framework)) {
          expect(indicator === null || ids.includes(indicator)).toBe(true);
        }
      }),
    );
  });
});

describe('texts', () => {
  const criteria = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          ...[
            '得',
            '扣',
            '扣完',
            '每',
            '(',
            ')',
            '（',
            '０',
            '1.',
            '①',
            '2.5',
            '5',
            '分',
            '-',
            '~',
          ],
          ...[',', '，', '。', ';', '满分', '不得分', '加', '%', ' ', '　'],
          ...['得1分', '扣0.5分', '(0-2分)', '０.５分', '扣完3分'],
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  );

  test('[AM6] any criteria: amounts lie in the text, in order, and within the maximum', () => {
    let found = 0;
    fc.assert(
      fc.property(criteria, fc.integer({ min: 1, max: 2000 }), (text, points) => {
        const amounts = namedAmounts(text, points);
        found += amounts.length;
        let behind = 0;
        for (const { start, end, points: named, label } of amounts) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(isOnGrid(named, points, 1)).toBe(true);
          expect(label).not.toBe('');
          behind = start;
        }
        for (const offered of offeredScores(amounts, { points, step: 50 })) {
          expect(isOnGrid(offered, points, 50)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(200);
  });

  test('[FW4] any name with any points is taken apart again', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(name, fc.integer({ min: 0, max: 2000 }), fc.boolean(), (text, halves, wide) => {
        const written = wide ? `${text}（${halves / 2}分）` : `${text} (${halves / 2}%)`;
        expect(parseName(written)).toEqual({ name: text, points: halves * 50 });
      }),
    );
  });
});
