import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { openDoc, reasonRoot, SCORES } from '../../shared/scorecard/layout.ts';
import { judge } from '../../server/sync/judge.ts';
import { docOf, Trial } from '../../server/sync/trial.ts';
import { readUpdate } from '../../server/sync/update.ts';
import { any, craft, text, type Place } from '../sync/craft.ts';

const LEAVES = ['a'];
const RUNS = 1000;
const WORDS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';

/** Somebody's insertion between any two that are there (or the ends), seldom true neighbours. */
const insertion = fc.record({
  client: fc.integer({ min: 1, max: 3 }),
  left: fc.nat(40),
  right: fc.option(fc.nat(40), { freq: 2 }),
  length: fc.integer({ min: 1, max: 2 }),
});
type Insertion = typeof insertion extends fc.Arbitrary<infer T> ? T : never;

/** A text and a mark: both are lists to Yjs, and of a mark's list the last one counts. */
const PLACES = {
  reason: {
    root: reasonRoot('a'),
    content: (n: number, length: number) => text(WORDS[n % WORDS.length]!.repeat(length)),
    first: (doc: Y.Doc) => doc.getText(reasonRoot('a'))._start,
    reads: (doc: Y.Doc) => doc.getText(reasonRoot('a')).toString(),
  },
  mark: {
    root: SCORES,
    key: 'a',
    content: (n: number) => any(n * 50),
    first: (doc: Y.Doc) => {
      let first = doc.getMap(SCORES)._map.get('a') ?? null;
      while (first?.left) first = first.left;
      return first;
    },
    reads: (doc: Y.Doc) => doc.getMap(SCORES).get('a'),
  },
};
type Where = keyof typeof PLACES;
const WHERES: Where[] = ['reason', 'mark'];

/** Tries each insertion, and keeps what is accepted; `check` off: what the judge alone lets pass. */
function accepted(where: Where, script: readonly Insertion[], check = true): Uint8Array[] {
  let trial = new Trial(LEAVES, []);
  const ids: Place[] = [];
  const kept: Uint8Array[] = [];
  const { first, content, ...place } = PLACES[where];
  for (const [n, { client, left, right, length: asked }] of script.entries()) {
    const length = where === 'mark' ? 1 : asked;
    const pick = (at: number): Place | undefined => ids[at % (ids.length + 1)];
    const origin = pick(left);
    const rightOrigin = right === null ? rightOf(trial.doc, origin, first(trial.doc)) : pick(right);
    const clock = Y.getState(trial.doc.store, client);
    const struct = {
      ...(origin && { origin }),
      ...(rightOrigin && { right: rightOrigin }),
      root: place.root,
      ...('key' in place && { key: place.key }),
      ...content(n, length),
    };
    const update = craft({ runs: [{ client, clock, structs: [struct] }] });
    const read = readUpdate(update);
    if (typeof read === 'string') throw new Error(read);
    if (judge(read, trial.doc, trial.leaves, () => true) !== 'news') continue;
    if (!check) Y.applyUpdate(trial.doc, update);
    else if (typeof trial.apply(update) === 'string') {
      trial = new Trial(LEAVES, kept);
      continue;
    }
    kept.push(update);
    for (let at = 0; at < length; at++) ids.push([client, clock + at]);
  }
  return kept;
}

/** What really stands right of it. */
function rightOf(doc: Y.Doc, origin: Place | undefined, first: Y.Item | null): Place | undefined {
  let next = first;
  if (origin) {
    const item = Y.getItem(doc.store, Y.createID(...origin)) as Y.Item;
    if (item.lastId.clock > origin[1]) return [origin[0], origin[1] + 1];
    next = item.right;
  }
  return next ? [next.id.client, next.id.clock] : undefined;
}

/** The same updates in another order, each only after those that it rests on. */
function shuffled(updates: readonly Uint8Array[], order: readonly number[]): Y.Doc {
  const doc = openDoc(LEAVES, new Y.Doc({ gc: false }));
  const waiting = updates.map((update, n) => ({
    update,
    rank: order[n % order.length]! + n / 1e3,
  }));
  waiting.sort((one, other) => one.rank - other.rank);
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ update }) => restsOnWhatIsThere(doc, update));
    Y.applyUpdate(doc, waiting.splice(ready, 1)[0]!.update);
  }
  return doc;
}

function restsOnWhatIsThere(doc: Y.Doc, update: Uint8Array): boolean {
  const there = (client: number, clock: number): boolean => clock < Y.getState(doc.store, client);
  return Y.decodeUpdate(update).structs.every((struct) => {
    const { id, origin, rightOrigin } = struct as Y.Item;
    return (
      (id.clock === 0 || there(id.client, id.clock - 1)) &&
      [origin, rightOrigin].every(
        (neighbour) => !neighbour || there(neighbour.client, neighbour.clock),
      )
    );
  });
}

const scripts = fc.array(insertion, { minLength: 3, maxLength: 22, size: 'max' });
const orders = fc.array(fc.nat(100), { minLength: 22, maxLength: 22 });

test.each(WHERES)(
  '[SY13] what is accepted (%s) reads the same in whatever order it arrives',
  (where) => {
    const { reads } = PLACES[where];
    let [several, tried, landed] = [0, 0, 0];
    fc.assert(
      fc.property(scripts, orders, (script, order) => {
        const kept = accepted(where, script);
        tried += script.length;
        landed += kept.length;
        if (kept.length > 4) several++;
        const said = reads(docOf(LEAVES, kept));
        expect(reads(shuffled(kept, order))).toBe(said);
        const merged = Y.encodeStateAsUpdate(docOf(LEAVES, kept));
        expect(reads(docOf(LEAVES, [merged]))).toBe(said);
      }),
      { numRuns: RUNS },
    );
    expect(several).toBeGreaterThan(300);
    expect(tried - landed).toBeGreaterThan(1000);
  },
);

test.each(WHERES)(
  '[SY13] control (%s): without the check some crafted histories differ',
  (where) => {
    const { reads } = PLACES[where];
    let differing = 0;
    for (const [script, order] of fc.sample(fc.tuple(scripts, orders), {
      numRuns: 2 * RUNS,
      seed: 1,
    })) {
      const kept = accepted(where, script, false);
      if (reads(shuffled(kept, order)) !== reads(docOf(LEAVES, kept))) differing++;
    }
    expect(differing).toBeGreaterThan(0);
  },
);
