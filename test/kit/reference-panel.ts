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
