import * as Y from 'yjs';
import { any, craft, text, updateOf } from './craft.ts';
import { type Hostile, ME, many, mark } from './hostile-terms.ts';

const basis = (key: string, ...values: unknown[]): Uint8Array =>
  craft({ runs: [{ client: ME, clock: 0, structs: [{ root: 'basis', key, ...any(...values) }] }] });
const listed = (amount: number, reason: string): string =>
  JSON.stringify({ deductions: [{ amount, reason }] });

/** What a score rests on, as no client of ours writes it. */
export function bases(): Hostile[] {
  const odd: [string, string][] = [
    ['no JSON', '{"deductions":[{"amount":50,"reason":"x"}]'],
    ['an empty text', ''],
    ['an empty object', '{}'],
    ['an array', '[1]'],
    ['null in words', 'null'],
    ['the word of scores', 'abstained'],
    ['space between tokens', '{"deductions": [{"amount":50,"reason":"x"}]}'],
    ['keys out of order', '{"deductions":[{"reason":"x","amount":50}]}'],
    [
      'a key twice',
      '{"deductions":[{"amount":50,"reason":"x"}],"deductions":[{"amount":100,"reason":"x"}]}',
    ],
    ['a key more', '{"deductions":[{"amount":50,"reason":"x"}],"score":100}'],
    ['the key __proto__', '{"__proto__":{"x":1},"deductions":[{"amount":50,"reason":"x"}]}'],
    ['the key constructor', '{"constructor":1}'],
    ['a key more in a deduction', '{"deductions":[{"amount":50,"by":"e2","reason":"x"}]}'],
    ['an empty list', '{"deductions":[]}'],
    ['a deduction of nothing', listed(0, '')],
    ['a negative deduction', listed(-50, 'x')],
    ['half a hundredth', listed(0.5, 'x')],
    ['−0', '{"deductions":[{"amount":-0,"reason":"x"}]}'],
    ['a number in another form', '{"deductions":[{"amount":5e1,"reason":"x"}]}'],
    ['a number beyond all', '{"deductions":[{"amount":1e309,"reason":"x"}]}'],
    ['a reason that is a number', '{"deductions":[{"amount":50,"reason":5}]}'],
    ['half a character', '{"deductions":[{"amount":50,"reason":"\\ud83d"}]}'],
    ['a control character', listed(50, 'a\u0000b')],
    ['an escape for a plain character', '{"deductions":[{"amount":50,"reason":"\\u6263"}]}'],
    ['a reason too long', listed(50, '长'.repeat(1000))],
    [
      'deductions by the dozen',
      JSON.stringify({ deductions: many(40, () => ({ amount: 1, reason: 'x' })) }),
    ],
    ['nesting without end', '['.repeat(1200) + ']'.repeat(1200)],
    ['a text without end', `{"deductions":[{"amount":50,"reason":"x"}]}${' '.repeat(5000)}`],
  ];
  return [
    ...odd.map(([name, value]) => ({
      name: `${name} as a basis`,
      update: basis('a', value),
      code: 'not-a-basis',
    })),
    { name: 'a number as a basis', update: basis('a', 100), code: 'not-a-basis' },
    ...[
      { deductions: [{ amount: 50, reason: 'x' }] },
      [1],
      null,
      undefined,
      true,
      5n,
      new Uint8Array(3),
    ].map((value) => ({
      name: `${typeof value} ${String(value)} as a basis`,
      update: basis('a', value),
      code: 'not-a-score',
    })),
    {
      name: 'rubbish that a good basis overwrote',
      update: basis('a', 'rubbish', '{"deductions":[{"amount":50,"reason":"x"}]}'),
      code: 'not-a-basis',
    },
    {
      name: 'rubbish that an abstention overwrote',
      update: mark('a', 'rubbish', 'abstained'),
      code: 'not-a-score',
    },
    {
      name: 'two bases in one',
      update: basis(
        'a',
        '{"deductions":[{"amount":50,"reason":"x"}]}',
        '{"deductions":[{"amount":100,"reason":"x"}]}',
      ),
    },
    {
      name: 'a basis of no leaf',
      update: basis('zzz', '{"deductions":[{"amount":50,"reason":"x"}]}'),
      code: 'not-a-card',
    },
    {
      name: 'a basis under __proto__',
      update: basis('__proto__', '{"deductions":[{"amount":50,"reason":"x"}]}'),
    },
    {
      name: 'a basis among the scores',
      update: mark('a', '{"deductions":[{"amount":50,"reason":"x"}]}'),
      code: 'not-a-score',
    },
    {
      name: 'more deducted than there is',
      update: basis('c', listed(20_01, '多扣')),
      code: 'basis-unfit',
    },
    {
      name: 'text under a basis',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              { root: 'basis', key: 'a', ...text('{"deductions":[{"amount":50,"reason":"x"}]}') },
            ],
          },
        ],
      }),
      code: 'not-a-card',
    },
    {
      name: 'a basis after a score, behind its back',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              { root: 'scores', key: 'a', ...any(100) },
              { origin: [ME, 0], ...any('{"deductions":[{"amount":50,"reason":"x"}]}') },
            ],
          },
        ],
      }),
      code: 'not-a-score',
    },
    {
      name: 'a basis after a text, behind its back',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              { root: 'reason:a', ...text('x') },
              { origin: [ME, 0], ...any('{"deductions":[{"amount":50,"reason":"x"}]}') },
            ],
          },
        ],
      }),
      code: 'not-a-card',
    },
    {
      name: 'list items inside the bases',
      update: updateOf(ME, (doc) =>
        doc.getArray('basis').insert(0, ['{"deductions":[{"amount":50,"reason":"x"}]}']),
      ),
      code: 'not-a-card',
    },
    {
      name: 'text inside the bases',
      update: updateOf(ME, (doc) => doc.getText('basis').insert(0, 'x')),
      code: 'not-a-card',
    },
    {
      name: 'a map as a basis',
      update: updateOf(ME, (doc) => doc.getMap('basis').set('a', new Y.Map([['deductions', 1]]))),
      code: 'not-a-card',
    },
  ];
}
