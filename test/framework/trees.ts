import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { walk } from '../../shared/framework/tree.ts';

/** A leaf named after its id. */
export function leaf(id: string, points: number | null = 500, change: Partial<Indicator> = {}) {
  const blank = { criteria: '', explanation: '', children: [] };
  return { id, name: `名${id}`, points, step: 50, ...blank, ...change };
}

export function level(id: string, points: number | null, children: Indicator[]): Indicator {
  return { ...leaf(id, points), children };
}

export function framework(...indicators: Indicator[]): Framework {
  return { title: '指标体系', indicators };
}

/** The shape of a tree as ids: "a(b c(d))". */
export function outline({ indicators }: Framework): string {
  return indicators
    .map((each) => {
      const inside = outline({ title: '', indicators: each.children });
      return inside ? `${each.id}(${inside})` : each.id;
    })
    .join(' ');
}

/** Ids in printing order. */
export const idsOf = (tree: Framework) => walk(tree).map(({ indicator }) => indicator.id);
