import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import {
  checkContent,
  Fault,
  openDoc,
  readContent,
  setBasis,
  setMark,
  setReason,
} from '../../shared/scorecard/layout.ts';
import { MAX_REASON } from '../../shared/scorecard/terms.ts';
import { any, craft } from '../sync/craft.ts';

const LEAVES = ['a', 'b'];

function sync(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

describe('a card in a document', () => {
  test('[LY1] says what was written: score, abstention, nothing', () => {
    const doc = openDoc(LEAVES);
    expect(checkContent(doc, LEAVES)).toEqual({});
    setMark(doc, 'a', { score: 0 });
    setReason(doc, 'a', '无佐证');
    setMark(doc, 'b', 'abstained');
    const basis = { deductions: [{ amount: 50, reason: '无合同' }] };
    setBasis(doc, 'a', basis);
    const content = {
      a: { mark: { score: 0 }, reason: '无佐证', basis },
      b: { mark: 'abstained', reason: '' },
    };
    expect(checkContent(doc, LEAVES)).toEqual(content);
    expect(readContent(doc, LEAVES)).toEqual(content);
    setMark(doc, 'a', null);
    setReason(doc, 'a', '');
    setBasis(doc, 'a', null);
    setMark(doc, 'b', null);
    expect(checkContent(doc, LEAVES)).toEqual({});
  });

  test('[LY2] what it says already is not written again', () => {
    const doc = openDoc(LEAVES);
    setMark(doc, 'a', { score: 250 });
    setReason(doc, 'a', '同前');
    setBasis(doc, 'a', { deductions: [{ amount: 100, reason: 'x' }] });
    let updates = 0;
    doc.on('update', () => updates++);
    setMark(doc, 'a', { score: 250 });
    setMark(doc, 'b', null);
    setReason(doc, 'a', '同前');
    setBasis(doc, 'a', { deductions: [{ amount: 100, reason: 'x' }] });
    setBasis(doc, 'b', null);
    expect(updates).toBe(0);
    setMark(doc, 'a', 'abstained');
    expect(updates).toBe(1);
  });

  test('[LY3] two devices that start or change one reason at once keep both texts', () => {
    const [one, other] = [openDoc(LEAVES), openDoc(LEAVES)];
    setReason(one, 'a', '甲');
    setReason(other, 'a', '乙');
    sync(one, other);
    expect(readContent(one, LEAVES).a!.reason).toMatch(/^(甲乙|乙甲)$/);
    setReason(one, 'a', '程序不规范，扣分');
    sync(one, other);
    setReason(one, 'a', '招标程序不规范，扣分');
    setReason(other, 'a', '程序不规范，扣1分');
    sync(one, other);
    expect(readContent(one, LEAVES).a!.reason).toBe('招标程序不规范，扣1分');
    expect(readContent(other, LEAVES)).toEqual(readContent(one, LEAVES));
  });

  test('[LY4] a surrogate pair is replaced whole', () => {
    const doc = openDoc(LEAVES);
    setReason(doc, 'a', '好😀');
    setReason(doc, 'a', '好😁');
    expect(readContent(doc, LEAVES).a!.reason).toBe('好😁');
  });
});

/** As no client of ours writes: two values of a key as one item. */
function twice(doc: Y.Doc): void {
  const update = craft({
    runs: [
      {
        client: 7,
        clock: 0,
        structs: [
          {
            root: 'basis',
            key: 'a',
            ...any(
              '{"deductions":[{"amount":50,"reason":"x"}]}',
              '{"deductions":[{"amount":100,"reason":"x"}]}',
            ),
          },
        ],
      },
    ],
  });
  Y.applyUpdate(doc, update);
}

describe('the full check', () => {
  const faults: [string, string, (doc: Y.Doc) => void][] = [
    ['an unknown root', 'not-a-card', (doc) => doc.getMap('more')],
    ['an unknown key', 'not-a-card', (doc) => doc.getMap('scores').set('zzz', 100)],
    [
      'an unknown key, deleted',
      'not-a-card',
      (doc) => {
        doc.getMap('scores').set('zzz', 100);
        doc.getMap('scores').delete('zzz');
      },
    ],
    ['a key of objects', 'not-a-card', (doc) => doc.getMap('scores').set('__proto__', 100)],
    [
      'a basis of no leaf',
      'not-a-card',
      (doc) => doc.getMap('basis').set('zzz', '{"deductions":[{"amount":50,"reason":"x"}]}'),
    ],
    ['two values as a basis', 'not-a-basis', (doc) => void twice(doc)],
    ...[
      7,
      'abstained',
      '',
      '{}',
      ' {"deductions":[{"amount":50,"reason":"x"}]}',
      '{"deductions":[{"amount":50,"reason":"x"}],"more":1}',
      null,
      undefined,
    ].map((value): [string, string, (doc: Y.Doc) => void] => [
      `${String(value)} as a basis`,
      'not-a-basis',
      (doc) => doc.getMap('basis').set('a', value),
    ]),
    ['an embed', 'not-a-card', (doc) => doc.getText('reason:a').insertEmbed(0, {})],
    ['a format', 'not-a-card', (doc) => doc.getText('reason:a').insert(0, 'x', { b: true })],
    ['an attribute', 'not-a-card', (doc) => doc.getText('reason:a').setAttribute('x', 1)],
    ['a type as a score', 'not-a-score', (doc) => doc.getMap('scores').set('a', new Y.Map())],
    ['a subdocument', 'not-a-card', (doc) => doc.getMap('scores').set('a', new Y.Doc())],
    [
      'a text too long',
      'text-too-long',
      (doc) => doc.getText('reason:b').insert(0, 'x'.repeat(MAX_REASON + 1)),
    ],
    ...[
      NaN,
      Infinity,
      -0,
      -50,
      2.5,
      2 ** 53,
      '5',
      5n,
      null,
      undefined,
      true,
      {},
      [5],
      'Abstained',
    ].map((value): [string, string, (doc: Y.Doc) => void] => [
      `${typeof value} ${Object.is(value, -0) ? '-0' : String(value)} as a score`,
      'not-a-score',
      (doc) => doc.getMap('scores').set('a', value),
    ]),
  ];

  test.each(faults)('[LY5] %s: %s', (_name, code, write) => {
    const doc = openDoc(LEAVES);
    setMark(doc, 'b', { score: 100 });
    write(doc);
    expect(checkContent(doc, LEAVES)).toEqual(new Fault(code as Fault['code']));
    // To look at, the rest is still there.
    if (code === 'not-a-score' || code === 'not-a-basis')
      expect(readContent(doc, LEAVES)).toEqual({ b: { mark: { score: 100 }, reason: '' } });
  });

  test('[LY6] edits that wait for others are not a card yet', () => {
    const source = openDoc(LEAVES);
    const updates: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => updates.push(update));
    setReason(source, 'a', '一');
    setReason(source, 'a', '一二');
    source.getText('reason:a').delete(0, 1);
    for (const late of [updates[1]!, updates[2]!]) {
      const doc = openDoc(LEAVES);
      Y.applyUpdate(doc, late);
      expect(checkContent(doc, LEAVES)).toEqual(new Fault('edits-missing'));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(source));
      expect(checkContent(doc, LEAVES)).toEqual({ a: { reason: '二' } });
    }
  });

  test('[LY7] a text of the greatest length is one', () => {
    const doc = openDoc(LEAVES);
    setReason(doc, 'a', '长'.repeat(MAX_REASON));
    expect(checkContent(doc, LEAVES)).not.toBeInstanceOf(Fault);
  });
});
