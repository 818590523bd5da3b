import { parseMoney } from '../../../shared/framework/money.ts';
import { halfWidth } from '../../../shared/framework/points.ts';
import type { Measure, RuleInput } from '../../../shared/rules/terms.ts';
import { PERCENT } from './notation.ts';

/** A rate as typed: "64.4", "64.4%", "2042500/3172000", "204.25万/317.2万"; null: not readable. */
export function readRate(text: string, measure: Measure): RuleInput | null {
  const parts = halfWidth(text).split(/[/÷]/);
  if (parts.length === 2) {
    const read = measure.of === 'count' ? readCount : parseMoney;
    const [part, whole] = [read(parts[0]!.trim()), read(parts[1]!.trim())];
    return part === null || whole === null ? null : { kind: 'quotient', part, whole };
  }
  const rate = PERCENT.read(text);
  return rate === null ? null : { kind: 'rate', rate };
}

function readCount(text: string): number | null {
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}
