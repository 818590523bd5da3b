import { formatPoints } from '../../shared/framework/points.ts';
import type { RuleInput } from '../../shared/rules/terms.ts';
import type { Basis } from '../../shared/scorecard/basis.ts';
import { reasonOf } from '../../shared/scorecard/deductions.ts';

/** A basis in short, without its rule at hand: for its author, to know it again and to copy it. */
export function basisWords(basis: Basis): string {
  const fact = basis.input ? factWords(basis.input) : '';
  return [fact, reasonOf({ reason: '', basis })].filter((text) => text !== '').join('；');
}

function factWords(input: RuleInput): string {
  switch (input.kind) {
    case 'choice':
      return `第${input.choice + 1}档${input.value === undefined ? '' : ` ${formatPoints(input.value)}分`}`;
    case 'rate':
      return `${formatPoints(input.rate)}%`;
    case 'quotient':
      return `${input.part} ÷ ${input.whole}`;
    case 'count':
      return `满足${input.met}项`;
    case 'deductions':
      return '';
    case 'veto':
    case 'evidence':
      return input.of ? factWords(input.of) : '';
    case 'parts':
      return input.parts.flatMap((part) => (part ? [factWords(part)] : [])).join('，');
  }
}
