import { describe, expect, test } from 'vitest';
import { checkSetup } from '../../shared/panel/check-setup.ts';
import { evolve } from '../../shared/panel/evolve.ts';
import {
  type Evidence,
  type EvidenceItem,
  evidenceOn,
  FILE_NAME,
  fileNamed,
  kindOfName,
  linkOf,
  nextNumber,
} from '../../shared/panel/evidence.ts';
import type { Setup } from '../../shared/panel/terms.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { parseEnvelope } from '../../shared/wire/schema.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const DIGEST = 'ab'.repeat(32);
const item = (number: number, change: Partial<EvidenceItem> = {}): EvidenceItem => ({
  ...{ number, title: '专项审计报告', source: '审计局' },
  ...{ link: 'https://example.gov.cn/report', file: null },
  ...change,
});
const file = { digest: DIGEST, name: '合同.pdf', size: 2048, kind: 'pdf' as const };

const codes = (evidence: Evidence) =>
  checkSetup(smallSetup({ evidence })).map(({ field, code }) => `${field} ${code}`);

describe('evidence in the setup', () => {
  test('[ED1] an item has a title, and a link or a file but not both', () => {
    expect(codes({ a: [item(1), item(2, { link: '', file })] })).toEqual([]);
    expect(codes({ a: [item(1, { link: '' })] })).toEqual(['1.link no-attachment']);
    expect(codes({ a: [item(1, { file })] })).toEqual(['1.link two-attachments']);
    expect(codes({ a: [item(1, { title: ' ' })] })).toEqual(['1.title empty']);
  });

  test('[ED1] a number is used once in the panel, not once in an indicator', () => {
    expect(codes({ a: [item(1)], b: [item(1)] })).toEqual([
      '1.title same-number',
      '1.title same-number',
    ]);
    expect(nextNumber({})).toBe(1);
    expect(nextNumber({ a: [item(7)], b: [item(2)] })).toBe(8);
  });

  test('evidence of an indicator that is gone hinders nothing, but is named', () => {
    expect(codes({ gone: [item(3, { title: '' })] })).toEqual(['3.title no-indicator']);
  });

  test.each([
    ['javascript:alert(1)', null],
    ['JavaScript://example/%0aalert(1)', null],
    ['data:text/html,x', null],
    ['//example.gov.cn/x', null],
    ['example.gov.cn', null],
    ['http://', null],
    ['https://exa mple.gov.cn', null],
    ['https://example.gov.cn/a\nb', null],
    [' https://example.gov.cn/甲.pdf ', 'https://example.gov.cn/甲.pdf'],
    ['HTTP://10.1.2.3:8080/x?y#z', 'HTTP://10.1.2.3:8080/x?y#z'],
  ])('[ED2] %j leads to %j', (link, address) => {
    expect(linkOf({ link })).toBe(address);
    if (address === null) expect(codes({ a: [item(1, { link })] })).toEqual(['1.link not-a-link']);
  });

  test('[PR1] it is frozen when the first round opens', () => {
    const story = new Story(smallSetup({ evidence: { a: [item(1)] } }));
    const edit = { type: 'edit-setup', section: 'evidence', value: {}, base: 0 } as const;
    expect(story.asks('e1', edit)).toBe('not-your-role');
    expect(story.asks('secretary', edit)).toBe('accepted');
    story.does('secretary', { type: 'open-round' });
    expect(story.asks('secretary', edit)).toBe('wrong-phase');
  });

  test('[VW3] experts have it when they score; the projection never', () => {
    const story = new Story(smallSetup({ evidence: { a: [item(1)] } }));
    const seen = (seat: string) => paperFor('p', story.state, seat)!.setup.evidence;
    expect([seen('secretary'), seen('e1')].map((each) => Object.keys(each))).toEqual([
      ['a'],
      ['a'],
    ]);
    expect([seen('e2'), seen('projection')]).toEqual([{}, {}]);
    story.does('secretary', { type: 'open-round' });
    expect(Object.keys(seen('e2'))).toEqual(['a']);
    expect(seen('projection')).toEqual({});
  });

  test('[EV3] a panel that was recorded before there was evidence opens without any', () => {
    const old: Partial<Setup> = smallSetup();
    delete old.evidence;
    const state = evolve(null, {
      ...{ position: 1, at: '2026-01-01T09:00:00.000Z', actor: 'secretary', bumps: ['created'] },
      fact: { type: 'panel-created', setup: old as Omit<Setup, 'evidence'> },
    });
    expect(state?.setup).toEqual(smallSetup());
    expect(paperFor('p', state!, 'secretary')?.setup.evidence).toEqual({});
  });

  test('readers get the items of an indicator by number, and a file only by a digest it names', () => {
    const evidence = { a: [item(4), item(2, { link: '', file })] };
    expect(evidenceOn(evidence, 'a').map(({ number }) => number)).toEqual([2, 4]);
    expect(evidenceOn(evidence, 'b')).toEqual([]);
    expect(evidenceOn(evidence, 'constructor')).toEqual([]);
    expect(fileNamed(evidence, DIGEST)).toEqual(file);
    expect(fileNamed(evidence, 'cd'.repeat(32))).toBeNull();
  });
});

describe('the shape of evidence', () => {
  const accepted = (one: object) =>
    parseEnvelope({
      operation: 'operation-1',
      command: { type: 'edit-setup', section: 'evidence', value: { a: [one] }, base: 0 },
    }) !== null;

  test('is strict', () => {
    expect(accepted(item(1))).toBe(true);
    expect(accepted(item(1, { link: '', file }))).toBe(true);
    expect(accepted({ ...item(1), role: 'chair' })).toBe(false);
    expect(accepted(item(0))).toBe(false);
    expect(accepted(item(1.5))).toBe(false);
    expect(accepted(item(1, { title: 'x'.repeat(201) }))).toBe(false);
    for (const change of [
      { digest: `../${DIGEST.slice(3)}` },
      { digest: DIGEST.toUpperCase() },
      { kind: 'html' },
      { name: 'report.html' },
      { name: 'picture.svg' },
      // A name of another kind would be saved as that kind.
      { name: 'report.docx' },
      { name: '../secret.pdf' },
      { name: 'a\r\nset-cookie: x.pdf' },
      { name: '\ud800.pdf' },
      { size: 0 },
      { size: 20 * 1024 * 1024 + 1 },
    ])
      expect(accepted({ ...item(1, { link: '' }), file: { ...file, ...change } })).toBe(false);
  });

  test('has a bound over all indicators together', () => {
    const many = (leaf: string) =>
      [leaf, Array.from({ length: 101 }, (_, index) => item(index + 1))] as const;
    const value = Object.fromEntries([many('a'), many('b')]);
    const command = { type: 'edit-setup', section: 'evidence', value, base: 0 };
    expect(parseEnvelope({ operation: 'operation-1', command })).toBeNull();
  });

  test('knows a kind by the extension, and no others', () => {
    expect(['扫描件.JPG', 'a.jpeg', 'b.PDF', 'c.d.xlsx'].map(kindOfName)).toEqual([
      ...['jpeg', 'jpeg', 'pdf', 'xlsx'],
    ]);
    for (const name of ['a.svg', 'a.html', 'a.docm', 'pdf', '.pdf.exe', 'a.pdf ', 'a.'])
      expect(kindOfName(name)).toBeUndefined();
    expect(FILE_NAME.test('第一季度 台账（终稿）.xlsx')).toBe(true);
  });
});
