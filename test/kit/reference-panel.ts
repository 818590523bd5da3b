import { leavesOf } from '../../shared/framework/tree.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { PUBLISHED } from '../../shared/framework/presets/published.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { initialSetup } from '../../shared/panel/setup.ts';
import type { SealKey, Setup } from '../../shared/panel/terms.ts';
import { SealingKey } from '../../server/seal/sealing-key.ts';
import { Story } from './panel.ts';

const PRESETS = { 'fengshun-2023': fengshun2023, 'zhongshan-2019': zhongshan2019 };
export type ReferenceId = keyof typeof PRESETS;

/** Zhongshan publishes two deductions without a reason; a decision can't be made without one. */
export const UNPUBLISHED_REASON = '（原表未填）';

export function referenceSetup(id: ReferenceId, change: Partial<Setup> = {}): Setup {
  const { framework, selfAssessment, project } = PRESETS[id];
  const setup = { ...initialSetup(framework, selfAssessment), illustrative: true };
  return { ...setup, project, ...change };
}

/** That of a store whose secret is all zeros. */
export const KEY = new SealingKey(Buffer.alloc(32)).card;

/**
 * A reference panel up to its conclusion: five experts who all gave what was published (no report
 * publishes its individual scores), and decisions with the published reasons.
 */
export function concludedReference(
  id: ReferenceId,
  change: Partial<Setup> = {},
  made: { key?: SealKey } = { key: KEY },
): Story {
  const { results } = PUBLISHED[id];
  const decisions = leavesOf(PRESETS[id].framework).map(({ id: leaf, points }) => {
    const { score, reason } = results[leaf]!;
    return { leaf, score, reason: reason || (score < points ? UNPUBLISHED_REASON : '') };
  });
  return new Story(referenceSetup(id, change), made)
    .does('secretary', { type: 'open-round' })
    .allScore((_, leaf) => results[leaf]!.score)
    .does('e1', { type: 'reveal', without: [] })
    .does('e1', { type: 'decide', decisions })
    .does('e1', { type: 'conclude' });
}

/** … signed by all but the last expert, the second with a dissent, and sealed. */
export function sealedReference(
  id: ReferenceId,
  change: Partial<Setup> = {},
  made?: { key?: SealKey },
): Story {
  return concludedReference(id, change, made)
    .does('e1', { type: 'sign', dissent: '' })
    .does('e2', { type: 'sign', dissent: '对成本指标的扣分有不同看法。' })
    .does('e3', { type: 'sign', dissent: '' })
    .does('e4', { type: 'sign', dissent: '' })
    .does('e1', { type: 'seal', without: ['e5'] });
}

/** A name with a character of each plane that fonts tend to lack. */
export const RARE_NAMES = ['𠮷田', '㛃', '欧阳翀'];

const INK = [
  [60, 220, 120, 90, 180, 60, 200, 140, 170, 230, 140, 250],
  [260, 80, 330, 75, 420, 70],
  [340, 60, 335, 150, 330, 250],
  [480, 60, 560, 110, 640, 200, 720, 240],
];

/**
 * A reference panel in which everything happened that makes paper hard: `count` experts, rare
 * characters in names, evidence, a reason and a dissent as long as may be typed, signatures by hand, a
 * result that was reopened and concluded again.
 */
export function eventfulReference(id: ReferenceId, count: number): Story {
  const leaves = leavesOf(PRESETS[id].framework);
  const names = [...RARE_NAMES, ...'四五六七八九十'].map((name) =>
    RARE_NAMES.includes(name) ? name : `专家${name}`,
  );
  const experts = Array.from({ length: count }, (_, index) => ({
    ...{ seat: `e${index + 1}`, name: names[index] ?? `专家十${'一二三四五'[index - 10]}` },
    ...{ title: '高级会计师', organisation: '某某大学公共管理学院财政绩效研究中心' },
  })) as Setup['experts'];
  const evidence = Object.fromEntries(
    leaves.slice(0, 6).map((leaf, at) => [
      leaf.id,
      [2 * at + 1, 2 * at + 2].map((number) => ({
        ...{ number, title: `${leaf.path.at(-1)}的证明材料`, source: '实施单位' },
        ...(at % 2 === 0
          ? { link: '', file: { digest: 'a1b2c3d4'.repeat(8), ...FILE } }
          : { link: `https://example.org/evidence/2023/annual-report-${number}.html`, file: null }),
      })),
    ]),
  );
  const { results } = PUBLISHED[id];
  const decisions = leaves.map(({ id: leaf, points }, at) => {
    const { score, reason } = results[leaf]!;
    const long = at === 3 ? LONG_REASON : reason;
    return { leaf, score, reason: long || (score < points ? UNPUBLISHED_REASON : '') };
  });
  const story = new Story(referenceSetup(id, { experts, evidence }))
    .does('secretary', { type: 'open-round' })
    .allScore((_, leaf) => results[leaf]!.score)
    .does('e1', { type: 'reveal', without: [] })
    .does('e1', { type: 'decide', decisions })
    .does('e1', { type: 'conclude' })
    .does('e1', { type: 'sign', dissent: '', ink: INK })
    .does('e1', { type: 'request-reopening', reason: '漏看了第二册佐证材料' })
    .does('secretary', { type: 'approve-reopening' })
    .does('e1', { type: 'decide', decisions })
    .does('e1', { type: 'conclude' });
  for (const { seat } of experts)
    story.does(seat, {
      ...{ type: 'sign', dissent: seat === 'e2' ? LONG_REASON : '' },
      ...(seat === 'e3' ? {} : { ink: INK }),
    });
  return story.does('e1', { type: 'seal', without: [] });
}

const FILE = { name: '2023年度项目支出明细账及原始凭证.pdf', size: 1024, kind: 'pdf' } as const;
const SENTENCE =
  '经查阅会计凭证与验收资料，部分设备的验收单（编号 YS-2023-017）缺少签字，与合同约定不一致；“智慧”平台的日志显示 3 台终端未启用。';
const LONG_REASON = SENTENCE.repeat(40).slice(0, 2000);
