import type { Points } from './points.ts';
import type { Framework, Indicator, Leaf } from './terms.ts';

/** One step of a walk through the tree. */
export interface Visit {
  indicator: Indicator;
  /** Null on the first level. */
  parent: Indicator | null;
  /** Place among its siblings, from 0. */
  index: number;
  /** 1 on the first level. */
  depth: number;
  /** Names from the first level down to this indicator's own. */
  path: string[];
}

export const isLeaf = (indicator: Indicator): boolean => indicator.children.length === 0;

/**
 * Every indicator in printing order (a level before what is in it). Walks with a stack of its own,
 * so that an uploaded tree of any depth is answered rather than overflowing.
 */
export function walk(framework: Framework): Visit[] {
  const visits: Visit[] = [];
  const stack = visitsOf(framework.indicators, null).reverse();
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    visits.push(visit);
    for (const below of visitsOf(visit.indicator.children, visit).reverse()) stack.push(below);
  }
  return visits;
}

function visitsOf(siblings: readonly Indicator[], above: Visit | null): Visit[] {
  return siblings.map((indicator, index) => ({
    indicator,
    parent: above?.indicator ?? null,
    index,
    depth: (above?.depth ?? 0) + 1,
    path: [...(above?.path ?? []), indicator.name],
  }));
}

/**
 * The leaves in printing order. Points that are not set yet count as 0; a leaf that says nothing of
 * its nature or rule (one that was recorded before there were any) is subjective and has none.
 */
export function leavesOf(framework: Framework): Leaf[] {
  return walk(framework)
    .filter(({ indicator }) => isLeaf(indicator))
    .map(({ indicator, path }) => ({
      id: indicator.id,
      path,
      points: indicator.points ?? 0,
      step: indicator.step,
      criteria: indicator.criteria,
      explanation: indicator.explanation,
      nature: indicator.nature ?? 'subjective',
      rule: indicator.rule ?? null,
    }));
}

/** The tree with these leaves only, and the levels that they stand in. */
export function within(framework: Framework, leaves: readonly string[]): Framework {
  const kept = new Set(leaves);
  const prune = (indicators: readonly Indicator[]): Indicator[] =>
    indicators.flatMap((indicator) => {
      if (isLeaf(indicator)) return kept.has(indicator.id) ? [indicator] : [];
      const children = prune(indicator.children);
      return children.length > 0 ? [{ ...indicator, children }] : [];
    });
  return { ...framework, indicators: prune(framework.indicators) };
}

/** The leaves under an indicator, in printing order; a leaf is its own only leaf. */
export function leavesUnder(indicator: Indicator): Indicator[] {
  return walk({ title: '', indicators: [indicator] })
    .map((visit) => visit.indicator)
    .filter(isLeaf);
}

/** What an indicator is worth by its leaves, whatever its level declares. */
export function derivedPoints(indicator: Indicator): Points {
  return leavesUnder(indicator).reduce((sum, leaf) => sum + (leaf.points ?? 0), 0);
}

/** What the whole framework is worth by its leaves. */
export function totalPoints(framework: Framework): Points {
  return framework.indicators.reduce((sum, indicator) => sum + derivedPoints(indicator), 0);
}

/** The number of levels, 0 for an empty framework. */
export function depthOf(framework: Framework): number {
  return walk(framework).reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
}

export function visitById(framework: Framework, id: string): Visit | null {
  return walk(framework).find(({ indicator }) => indicator.id === id) ?? null;
}

export function findById(framework: Framework, id: string): Indicator | null {
  return visitById(framework, id)?.indicator ?? null;
}
