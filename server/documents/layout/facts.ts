import type { HeaderFact } from '../../../shared/documents/project.ts';
import { isChinese, printable, widthOf } from '../fonts.ts';

/** Facts that stand side by side; `wide`: one that takes the whole row. */
export interface FactRow {
  facts: HeaderFact[];
  wide: boolean;
}

/** The fact's label with its colon. */
export const labelOf = ({ label }: HeaderFact): string => label + (isChinese(label) ? '：' : ': ');

/**
 * Facts in rows of `count`; the first one, the project's name, has a row of its own, and so has each
 * that would need a second line in a column of `width` points. `size`: of its letters, in points.
 */
export function factRows(
  facts: readonly HeaderFact[],
  { count, width, size }: { count: number; width: number; size: number },
): FactRow[] {
  const rows: FactRow[] = [];
  facts.forEach((fact, index) => {
    const text = printable(labelOf(fact) + fact.value, 'strong');
    const wide = index === 0 || widthOf(text, 'strong', size) > width;
    const last = rows.at(-1);
    if (!wide && last && !last.wide && last.facts.length < count) last.facts.push(fact);
    else rows.push({ facts: [fact], wide });
  });
  return rows;
}
