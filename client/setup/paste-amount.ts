import { parsePoints, type Points } from '../../shared/framework/points.ts';

/** Points as a table has them: "5", "5分", "(5)", or a weight in percent of 100 points. */
export function amountOf(text: string): Points | null {
  return parsePoints(text.replaceAll(/[()（）%％\s]/g, ''));
}
