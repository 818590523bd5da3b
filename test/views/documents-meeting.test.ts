import { describe, expect, test } from 'vitest';
import { type Document, tablesOf } from '../../shared/documents/document.ts';
import { documentsOf } from '../../shared/documents/documents.ts';
import { formsOf } from '../../shared/documents/forms.ts';
import { resultJson } from '../../shared/documents/result-json.ts';
import type { ConcludedState } from '../../shared/panel/state.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { smallSetup, Story } from '../kit/panel.ts';
import { factsOf, gridFaults, HEAD, texts } from '../kit/print.ts';
import { concludedReference, KEY, sealedReference } from '../kit/reference-panel.ts';

const find = (documents: Document[], id: string) => documents.find((each) => each.id === id);
const words = ({ blocks }: Document) =>
  blocks.flatMap((block) => ('text' in block ? [block.text] : []));

/** e2 is recused, b is scored again and moves, e3 dissents. */
function deliberated(): Story {
  return new Story(smallSetup())
    .does('secretary', { type: 'open-round' })
    .does('secretary', { type: 'recuse', seat: 'e2', leaves: null, reason: '曾任顾问' })
    .allScore((seat) => (seat === 'e3' ? 20_00 : 10_00), ['e1', 'e3', 'e4', 'e5'])
    .does('e1', { type: 'reveal', without: [] })
    .does('e1', { type: 'open-round', leaves: ['b'] })
    .allScore(() => 12_00, ['e1', 'e3', 'e4', 'e5'])
    .does('e1', { type: 'reveal', without: [] })
    .decidesAll()
    .does('e1', { type: 'conclude' })
    .does('e1', { type: 'sign', dissent: '' })
    .does('e3', { type: 'sign', dissent: '指标a 偏低' });
}

describe('the minutes of the panel', () => {
  const minutes = find(documentsOf(factsOf(deliberated()), 'zh'), 'minutes')!;
  const [rounds, decisions, signatures] = tablesOf(minutes);

  test('[MI1] rounds with what was scored again, and how the scores moved', () => {
    expect(texts(rounds!.body)).toEqual([
      ['1', '全部 3 项', '4／4', ''],
      ['2', '指标b', '4／4', '指标b：4 人中 4 人改分，平均分变化 −0.5 分，极差变化 −33.33%'],
    ]);
  });

  test('[MI1] each further round says how it moved what stood before it, not only the last', () => {
    const story = new Story(smallSetup())
      .does('secretary', { type: 'open-round' })
      .allScore((seat) => (seat === 'e3' ? 20_00 : 10_00))
      .does('e1', { type: 'reveal', without: [] })
      .does('e1', { type: 'open-round', leaves: ['b', 'c'] })
      .allScore(() => 12_00)
      .does('e1', { type: 'reveal', without: [] })
      .does('e1', { type: 'open-round', leaves: ['b'] })
      .allScore((seat) => (seat === 'e4' ? 14_00 : 12_00))
      .does('e1', { type: 'reveal', without: [] })
      .decidesAll()
      .does('e1', { type: 'conclude' });
    const [table] = tablesOf(find(documentsOf(factsOf(story), 'zh'), 'minutes')!);
    expect(texts(table!.body)).toEqual([
      ['1', '全部 3 项', '5／5', ''],
      [
        ...['2', '指标b、指标c', '5／5'],
        '指标b：5 人中 5 人改分，平均分变化 0 分，极差变化 −33.33%\n指标c：5 人中 5 人改分，平均分变化 0 分，极差变化 −50%',
      ],
      ['3', '指标b', '5／5', '指标b：5 人中 1 人改分，平均分变化 +0.4 分，极差变化 +6.67%'],
    ]);
  });

  test('[MI2] every decision with scores, policy value and reason; they add up', () => {
    expect(texts(decisions!.body)[1]).toEqual([
      ...['2', '指标b', '30', '12 12 12 12', '12', '10', '见讨论'],
    ]);
    expect(texts(decisions!.foot)[0]).toEqual(['合计', '100', '', '37', '30', '']);
    expect(tablesOf(minutes).flatMap(gridFaults)).toEqual([]);
  });

  test('[MI3] who took part, who dissented in their words, who has not signed', () => {
    expect(words(minutes)).toContain('回避（不计入 n）：专家二（整个项目：曾任顾问）。');
    expect(words(minutes)).toContain('专家三：指标a 偏低');
    expect(words(minutes)).toContain('尚未签字：专家四、专家五。');
    expect(signatures!.title).toBe('评审组签字');
  });

  test('[MI3] a panel where nothing was unusual says so', () => {
    const usual = find(documentsOf(factsOf(concludedReference('fengshun-2023')), 'zh'), 'minutes');
    expect(words(usual!)).toContain('专家 5 人均参加评分，无回避，无未交卷。');
    expect(words(usual!)).toContain('没有讨论记录。');
  });
});

describe('the certificate', () => {
  test('[CT1] none before the seal', () => {
    const ids = documentsOf(factsOf(concludedReference('fengshun-2023')), 'zh').map(({ id }) => id);
    expect(ids).not.toContain('certificate');
  });

  test('[CT1] the whole head in words and in the code, the key, the entries, how to verify', () => {
    const sealed = sealedReference('fengshun-2023');
    const certificate = find(documentsOf(factsOf(sealed), 'zh'), 'certificate')!;
    const table = tablesOf(certificate)[0]!;
    const value = (label: string) => texts(table.body).find(([each]) => each === label)?.[1];
    expect(value('封存码')).toBe('A1B2 C3D4 E5F6 0718');
    expect(value('链头（SHA-256）')?.replace(/\s/g, '')).toBe(HEAD);
    expect(value('记录条数')).toBe(String(sealed.entries.length));
    expect(value('签字')).toBe('应签 5 人，已签 4 人，保留意见 1 份');
    expect(certificate.blocks).toContainEqual(expect.objectContaining({ kind: 'qr', text: HEAD }));
    expect(words(certificate).join()).toContain(`第 ${sealed.entries.length} 条为封存`);
    expect(value('密钥指纹（SHA-256）')?.replace(/\s/g, '')).toBe(KEY.fingerprint);
    expect(words(certificate).join()).toContain('验证 Ed25519 签名');
    expect(gridFaults(table)).toEqual([]);
  });

  test('[CT1] a panel made before there was a key names none', () => {
    const sealed = sealedReference('fengshun-2023', {}, {});
    const certificate = find(documentsOf(factsOf(sealed), 'zh'), 'certificate')!;
    expect(JSON.stringify(certificate)).not.toMatch(/密钥|指纹|Ed25519/);
    expect(resultJson(sealed.state as ConcludedState, HEAD).seal?.key).toBeNull();
  });
});

describe('every page', () => {
  test('[DC17] carries a code: the panel’s until there is a seal, then the seal’s', () => {
    for (const [story, code] of [
      [concludedReference('zhongshan-2019'), '评审会编号 P123 4567'],
      [sealedReference('zhongshan-2019'), '封存码 A1B2 C3D4 E5F6 0718'],
    ] as const) {
      const documents = documentsOf(factsOf(story), 'zh');
      expect(documents.length).toBeGreaterThan(12);
      for (const { running } of documents) expect(running.code).toBe(code);
    }
  });
});

describe('forms before there is a result', () => {
  const formsFor = (story: Story, seat: string) =>
    formsOf(paperFor('p1234567', story.state, seat)!, 'zh', 'https://heyi.example/panel/p1234567');

  test('[FM1] an empty scorecard with the tree and the code of the panel, from the set-up on', () => {
    for (const paper of ['zhongshan-2019', 'fengshun-2023'] as const) {
      const [form] = formsFor(new Story(sealedReference(paper).state.setup), 'secretary');
      const table = tablesOf(form!)[0]!;
      expect(gridFaults(table)).toEqual([]);
      expect(form!.title).toBe('专家评分表');
      const scores = table.body.map((row) => row.at(-2)!.text + row.at(-1)!.text);
      expect(new Set(scores)).toEqual(new Set(['']));
      expect(texts(table.foot)[0]![1]).toBe('100');
      expect(form!.blocks[1]).toMatchObject({
        ...{ kind: 'qr', text: 'https://heyi.example/panel/p1234567' },
      });
      expect(form!.running).toEqual({ draft: '', caution: '', code: '评审会编号 P123 4567' });
    }
  });

  test('[FM2] the sheet to sign in: everybody, the secretary, and rows for others', () => {
    const chair = { kind: 'separate' as const, name: '主持人', title: '', organisation: '' };
    const signIn = find(formsFor(new Story(smallSetup({ chair })), 'secretary'), 'attendance')!;
    const [table] = tablesOf(signIn);
    expect(texts(table!.body).map((row) => row[2])).toEqual([
      ...['组长', '专家', '专家', '专家', '专家', '专家', '秘书', '', '', '', ''],
    ]);
    expect(gridFaults(table!)).toEqual([]);
  });

  test('[FM3] the pledge leaves ties open, and prints those on record', () => {
    const before = find(formsFor(new Story(smallSetup()), 'secretary'), 'pledge')!;
    expect(texts(tablesOf(before)[0]!.body)[1]![2]).toBe('');
    const after = find(documentsOf(factsOf(deliberated()), 'zh'), 'pledge')!;
    expect(texts(tablesOf(after)[0]!.body)[1]![2]).toBe('整个项目：曾任顾问');
    expect(tablesOf(after).flatMap(gridFaults)).toEqual([]);
  });

  test('[FM1] an expert before the first round has no framework to print, the wall has no people', () => {
    const story = new Story(smallSetup());
    expect(formsFor(story, 'e2').map(({ id }) => id)).toEqual(['attendance', 'pledge']);
    expect(formsFor(story, 'projection')).toEqual([]);
    story.does('secretary', { type: 'open-round' });
    expect(formsFor(story, 'e2').map(({ id }) => id)).toEqual(['form', 'attendance', 'pledge']);
  });
});
