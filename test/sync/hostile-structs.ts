import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { craft, gc, skip, text, tombstone, updateOf } from './craft.ts';
import { type Hostile, ME, many, scores } from './hostile-terms.ts';

/** Bytes that are no update at all. */
export function broken(): Hostile[] {
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

/** In somebody else's name. */
export function identities(victim: number, clock: number): Hostile[] {
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

/** With neighbours or clocks that are not there. */
export function gaps(victim: number, clock: number): Hostile[] {
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
