import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { any, craft, text, updateOf } from './craft.ts';
import { type Hostile, ME, many, mark, scores } from './hostile-terms.ts';

/** Sound structs with scores and reasons that a card can't hold. */
export function values(): Hostile[] {
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

/** … and with roots and kinds that no card has. */
export function shapes(): Hostile[] {
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
