/** A reason of no more characters is short: the columns keep the widths of the form. */
const SHORT = 150;
/** What the criteria keep of their width beside long reasons. */
const KEPT = 0.6;

/**
 * Widths of the columns of criteria and of reasons, in millimetres: those of the form, unless a reason
 * is so long that it would run down a narrow column for pages while the criteria have room to spare.
 */
export function textWidths(
  [criteria, reason]: readonly [criteria: number, reason: number],
  texts: { criteria: readonly string[]; reasons: readonly string[] },
): [criteria: number, reason: number] {
  const longest = (all: readonly string[]) => Math.max(1, ...all.map(({ length }) => length));
  const [first, second] = [longest(texts.criteria), longest(texts.reasons)];
  if (second <= SHORT) return [criteria, reason];
  // Lines times lines: both columns come out about equally high.
  const share = Math.sqrt(first) / (Math.sqrt(first) + Math.sqrt(second));
  const wanted = Math.round((criteria + reason) * share);
  const kept = Math.min(criteria, Math.max(Math.round(criteria * KEPT), wanted));
  return [kept, criteria + reason - kept];
}
