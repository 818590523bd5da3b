import { formatPoints, type Points } from '../framework/points.ts';

/**
 * Scores side by side in one cell: '2.5 10 10'. Spaces, because without them some word processors
 * take points and digits between full-width commas for Chinese and break a line inside a number.
 */
export function scoreList(values: readonly Points[]): string {
  return values.map(formatPoints).join(' ');
}
