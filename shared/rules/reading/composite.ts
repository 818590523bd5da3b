import { ITEM, partsOf } from '../amounts.ts';
import { MAX_LABEL, MAX_PARTS } from '../terms.ts';
import { amountOf, labelAt, type Source, type Span } from './source.ts';

export interface PartReading {
  label: string;
  points: number;
  /** The part's own text: from its number on where it says "得2分", behind its heading where not. */
  span: Span;
}

const GIVES = /^[得计记给]/;

/** "1.预算执行规范性2分,… 2.事项支出的合规性8分,…": parts that add up to the maximum. */
export function readParts(source: Source): PartReading[] | null {
  const { text, tokens, points } = source;
  const shares = partsOf(text, tokens, points);
  if (shares.length < 2 || shares.length > MAX_PARTS) return null;
  const items = [...text.matchAll(ITEM)].map(({ index }) => index);
  const starts = shares.map((share, index) => {
    const numbered = items.filter((item) => item < share.start).at(-1);
    const before = shares[index - 1];
    if (numbered !== undefined && (!before || numbered >= before.end)) return numbered;
    return before ? endOfClause(text, before.end) : 0;
  });
  return shares.map((share, index) => {
    const start = starts[index]!;
    const end = starts[index + 1] ?? text.length;
    const label = labelAt(source, { start, end: share.start }).replace(/[则可即]+$/, '');
    return {
      label: (label || `${index + 1}`).slice(0, MAX_LABEL),
      points: amountOf(source, share) ?? 0,
      span: { start: GIVES.test(text.slice(share.start)) ? start : share.end, end },
    };
  });
}

function endOfClause(text: string, from: number): number {
  const end = /[,;。]/.exec(text.slice(from));
  return end ? from + end.index + 1 : text.length;
}
