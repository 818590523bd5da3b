import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { any, craft, gc, skip, text, tombstone, updateOf } from './craft.ts';

/** An update that must not change anything, under a name that says what it tries. */
export interface Hostile {
  name: string;
  update: Uint8Array;
  /** Where more than one code would be right, none is asked for. */
  code?: string;
}

const ME = 666;
const scores = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('scores');
const mark = (key: string, ...values: unknown[]): Uint8Array =>
  craft({
    runs: [{ client: ME, clock: 0, structs: [{ root: 'scores', key, ...any(...values) }] }],
  });
const many = <T>(count: number, each: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => each(n));

/**
 * The Yjs part of the hostile list, for a card with leaves a, b, c (50, 30, 20 points, grid 0.5) on
 * which `victim`, another client, has written `clock` units.
 */
export function hostileUpdates(victim: number, clock: number): Hostile[] {
  return [
    ...broken(),
    ...identities(victim, clock),
    ...gaps(victim, clock),
    ...values(),
    ...bases(),
    ...shapes(),
  ];
}

function broken(): Hostile[] {
  const honest = updateOf(ME, (doc) => {
    scores(doc).set('a', 100);
    doc.getText('reason:a').insert(0, '理由');
  });
  return [
    { name: 'nothing at all', update: new Uint8Array(), code: 'malformed' },
    { name: 'ones', update: new Uint8Array(64).fill(0xff), code: 'malformed' },
    { name: 'the V2 format', update: Y.encodeStateAsUpdateV2(new Y.Doc()), code: 'malformed' },
    { name: 'trailing bytes', update: Uint8Array.of(...honest, 0), code: 'malformed' },
    { name: 'a second update behind the first', update: Uint8Array.of(...honest, ...honest) },
    { name: 'over-long number of clients', update: Uint8Array.of(0x80, 0, 0), code: 'malformed' },
    { name: 'huge number of clients', update: craft({ clients: 2 ** 52 }), code: 'malformed' },
    {
      name: 'huge number of structs',
      update: craft({ runs: [{ client: ME, clock: 0, structs: [], count: 2 ** 32 }] }),
      code: 'too-large',
    },
    {
      name: 'huge number of deletions',
      update: craft({ deletes: [{ client: ME, ranges: [], count: 2 ** 40 }] }),
      code: 'too-large',
    },
    {
      name: 'a client twice',
      update: craft({
        runs: many(2, () => ({
          client: ME,
          clock: 0,
          structs: [{ root: 'reason:a', ...text('x') }],
        })),
      }),
      code: 'malformed',
    },
    {
      name: 'an empty struct',
      update: craft({
        runs: [{ client: ME, clock: 0, structs: [{ root: 'reason:a', ...text('') }] }],
      }),
      code: 'malformed',
    },
    {
      name: 'an empty tombstone',
      update: craft({
        runs: [{ client: ME, clock: 0, structs: [{ root: 'reason:a', ...tombstone(0) }] }],
      }),
      code: 'malformed',
    },
    {
      name: 'a clock beyond all sense',
      update: craft({
        runs: [{ client: ME, clock: 0, structs: [{ root: 'reason:a', ...tombstone(2 ** 50) }] }],
      }),
      code: 'too-large',
    },
    {
      name: 'text that is not UTF-8',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              {
                root: 'reason:a',
                kind: 4,
                content: (encoder) =>
                  encoding.writeVarUint8Array(encoder, Uint8Array.of(0xed, 0xa0, 0x80)),
              },
            ],
          },
        ],
      }),
      code: 'malformed',
    },
    ...many(honest.length - 1, (n) => ({
      name: `cut after byte ${n}`,
      update: honest.slice(0, n),
      code: 'malformed',
    })),
  ];
}

function identities(victim: number, clock: number): Hostile[] {
  const forged = (start: number, value: string): Uint8Array =>
    craft({
      runs: [{ client: victim, clock: start, structs: [{ root: 'reason:b', ...text(value) }] }],
    });
  return [
    { name: "another's next struct", update: forged(clock, 'x'), code: 'client-id-in-use' },
    { name: "another's structs rewritten", update: forged(0, 'xx'), code: 'client-id-in-use' },
    {
      name: "another's structs as GC",
      update: craft({ runs: [{ client: victim, clock, structs: [gc(1000)] }] }),
      code: 'not-a-card',
    },
    {
      name: "another's future skipped",
      update: craft({ runs: [{ client: victim, clock, structs: [skip(1000)] }] }),
      code: 'not-a-card',
    },
    {
      name: "another's future as a tombstone",
      update: craft({
        runs: [{ client: victim, clock, structs: [{ root: 'reason:a', ...tombstone(1e6) }] }],
      }),
      code: 'client-id-in-use',
    },
    {
      name: 'GC under an own id',
      update: craft({ runs: [{ client: ME, clock: 0, structs: [gc(5)] }] }),
      code: 'not-a-card',
    },
    {
      name: 'a thousand new clients',
      update: craft({
        runs: many(1100, (n) => ({
          client: 5000 + n,
          clock: 0,
          structs: [{ root: 'reason:a', ...text('x') }],
        })),
      }),
      code: 'too-large',
    },
  ];
}

function gaps(victim: number, clock: number): Hostile[] {
  const after = (origin: [number, number], right?: [number, number]): Uint8Array =>
    craft({
      runs: [
        {
          client: ME,
          clock: 0,
          structs: [{ origin, ...(right ? { right } : {}), ...text('x') }],
        },
      ],
    });
  return [
    {
      name: 'a start in the future',
      update: craft({
        runs: [{ client: ME, clock: 7, structs: [{ root: 'reason:a', ...text('x') }] }],
      }),
      code: 'edits-missing',
    },
    { name: 'a neighbour nobody has', update: after([12345, 0]), code: 'edits-missing' },
    {
      name: "a neighbour in another's future",
      update: after([victim, clock]),
      code: 'edits-missing',
    },
    { name: 'itself as a neighbour', update: after([ME, 0]), code: 'malformed' },
    { name: 'its own future as a neighbour', update: after([ME, 9]), code: 'malformed' },
    {
      name: 'a thousand missing neighbours',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: many(1000, (n) => ({ origin: [9000 + n, n], ...text('x') })),
          },
        ],
      }),
    },
    {
      name: 'two structs that wait for each other',
      update: craft({
        runs: [
          { client: 700, clock: 0, structs: [{ origin: [699, 0], ...text('x') }] },
          { client: 699, clock: 0, structs: [{ origin: [700, 0], ...text('y') }] },
        ],
      }),
    },
    {
      name: 'neighbours in two different texts',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              { root: 'reason:a', ...text('x') },
              { root: 'reason:b', ...text('y') },
              { origin: [ME, 0], right: [ME, 1], ...text('z') },
            ],
          },
        ],
      }),
      code: 'not-a-card',
    },
    {
      name: "deletion of another's future",
      update: craft({ deletes: [{ client: victim, ranges: [[clock, 1_000_000]] }] }),
      code: 'edits-missing',
    },
    {
      name: 'deletion of a client nobody has',
      update: craft({ deletes: [{ client: 4711, ranges: [[0, 1]] }] }),
      code: 'edits-missing',
    },
    {
      name: 'an empty deletion',
      update: craft({ deletes: [{ client: victim, ranges: [[0, 0]] }] }),
      code: 'malformed',
    },
  ];
}

function values(): Hostile[] {
  const odd: [string, unknown][] = [
    ['NaN', NaN],
    ['1e309', 1e309],
    ['-1e309', -1e309],
    ['-0', -0],
    ['-50', -50],
    ['a half', 0.5],
    ['4.25', 4.25],
    ['2^53', 2 ** 53],
    ['the text 5', '5'],
    ['the text NaN', 'NaN'],
    ['an empty text', ''],
    ['5n', 5n],
    ['null', null],
    ['undefined', undefined],
    ['true', true],
    ['an object', { score: 100 }],
    ['an array', [100]],
    ['bytes', new Uint8Array([1, 2])],
  ];
  return [
    ...odd.map(([name, value]) => ({
      name: `${name} as a score`,
      update: mark('a', value),
      code: 'not-a-score',
    })),
    { name: '4.25 off the grid', update: mark('a', 425), code: 'score-off-grid' },
    { name: '99 where 50 is the most', update: mark('a', 99_00), code: 'score-out-of-range' },
    { name: 'the key __proto__', update: mark('__proto__', 100), code: 'not-a-card' },
    { name: 'two values in one', update: mark('a', 100, 200), code: 'not-a-score' },
    { name: 'a key that is no leaf', update: mark('zzz', 100), code: 'not-a-card' },
    { name: 'the key constructor', update: mark('constructor', 100), code: 'not-a-card' },
    { name: 'an empty key', update: mark('', 100), code: 'not-a-card' },
    {
      name: 'a deep array as a score',
      update: mark(
        'a',
        many(200, () => 0).reduce<unknown>((inner) => [inner], 1),
      ),
      code: 'not-a-score',
    },
    {
      name: 'a reason too long',
      update: updateOf(ME, (doc) => doc.getText('reason:a').insert(0, '长'.repeat(2001))),
      code: 'text-too-long',
    },
  ];
}

const basis = (key: string, ...values: unknown[]): Uint8Array =>
  craft({ runs: [{ client: ME, clock: 0, structs: [{ root: 'basis', key, ...any(...values) }] }] });
const listed = (amount: number, reason: string): string =>
  JSON.stringify({ deductions: [{ amount, reason }] });

function bases(): Hostile[] {
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

function shapes(): Hostile[] {
  const alone = (write: (doc: Y.Doc) => void): Uint8Array => updateOf(ME, write);
  return [
    { name: 'an unknown root', update: alone((doc) => doc.getMap('extra').set('a', 1)) },
    {
      name: 'unknown roots by the thousand',
      update: alone((doc) => many(1000, (n) => doc.getText(`root${n}`).insert(0, 'x'))),
    },
    {
      name: 'the root of a leaf that is not there',
      update: alone((doc) => doc.getText('reason:zzz').insert(0, 'x')),
      code: 'not-a-card',
    },
    {
      name: 'the root __proto__',
      update: alone((doc) => doc.getText('__proto__').insert(0, 'x')),
      code: 'not-a-card',
    },
    {
      name: 'list items inside the map root',
      update: alone((doc) => doc.getArray('scores').insert(0, [100])),
      code: 'not-a-card',
    },
    {
      name: 'text inside the map root',
      update: alone((doc) => doc.getText('scores').insert(0, 'x')),
      code: 'not-a-card',
    },
    {
      name: 'text under a score',
      update: craft({
        runs: [{ client: ME, clock: 0, structs: [{ root: 'scores', key: 'a', ...text('9') }] }],
      }),
      code: 'not-a-card',
    },
    {
      name: 'a score inside a text',
      update: alone((doc) => doc.getArray('reason:a').insert(0, [100])),
      code: 'not-a-card',
    },
    {
      name: 'an attribute of a text',
      update: alone((doc) => doc.getMap('reason:a').set('a', 100)),
      code: 'not-a-card',
    },
    {
      name: 'a score after a text, behind its back',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              { root: 'reason:a', ...text('x') },
              { origin: [ME, 0], ...any(100) },
            ],
          },
        ],
      }),
      code: 'not-a-card',
    },
    {
      name: 'a text after a score, behind its back',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              { root: 'scores', key: 'a', ...any(100) },
              { origin: [ME, 0], ...text('x') },
            ],
          },
        ],
      }),
      code: 'not-a-card',
    },
    {
      name: 'words between two ends that have own words between them',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              { root: 'reason:c', ...text('x') },
              { root: 'reason:c', ...text('y') },
            ],
          },
        ],
      }),
      code: 'not-a-card',
    },
    {
      name: 'words whose right neighbour stands left of the left one',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              { root: 'reason:c', ...text('xy') },
              { origin: [ME, 1], right: [ME, 0], ...text('z') },
            ],
          },
        ],
      }),
      code: 'not-a-card',
    },
    {
      name: 'an item inside another item',
      update: craft({
        runs: [{ client: ME, clock: 0, structs: [{ parent: [ME, 0], ...text('x') }] }],
      }),
      code: 'not-a-card',
    },
    {
      name: 'a subdocument',
      update: alone((doc) => scores(doc).set('a', new Y.Doc())),
      code: 'not-a-card',
    },
    {
      name: 'a map as a score',
      update: alone((doc) => scores(doc).set('a', new Y.Map([['score', 100]]))),
      code: 'not-a-card',
    },
    {
      name: 'a text as a score',
      update: alone((doc) => scores(doc).set('a', new Y.Text('100'))),
      code: 'not-a-card',
    },
    {
      name: 'binary as a score',
      update: craft({
        runs: [
          {
            client: ME,
            clock: 0,
            structs: [
              {
                root: 'scores',
                key: 'a',
                kind: 3,
                content: (encoder) => encoding.writeVarUint8Array(encoder, new Uint8Array(9)),
              },
            ],
          },
        ],
      }),
      code: 'not-a-card',
    },
    {
      name: 'an embed',
      update: alone((doc) => doc.getText('reason:a').insertEmbed(0, { image: 'x' })),
      code: 'not-a-card',
    },
    {
      name: 'a format',
      update: alone((doc) => doc.getText('reason:a').insert(0, 'fat', { bold: true })),
      code: 'not-a-card',
    },
    {
      name: 'maps nested deep',
      update: alone((doc) => {
        let map = scores(doc);
        for (let depth = 0; depth < 500; depth++) {
          const inner = new Y.Map<unknown>();
          map.set('a', inner);
          map = inner;
        }
      }),
      code: 'not-a-card',
    },
  ];
}
