import { DEFAULT_STEP } from '../framework/points.ts';
import type { Framework, Indicator, Leaf, SelfAssessment } from '../framework/terms.ts';
import { isLeaf, leavesOf, walk } from '../framework/tree.ts';
import { bare } from './bare.ts';
import { isReadLeaf, readLeaves, walkRead, type ReadNode } from './tree.ts';

/** What a table becomes: two sections of the setup. */
export interface Adopted {
  framework: Framework;
  selfAssessment: SelfAssessment;
}

/**
 * The framework that a reading gives, in place of `before`. An indicator that stands at the same
 * place under the same names keeps its id, so that its evidence stays with it; with the same points
 * and criteria its confirmed rule stays, too. Others get ids that nothing refers to (`used`). [IM2]
 */
export function adoptTree(
  tree: readonly ReadNode[],
  title: string,
  before: Framework,
  used: Iterable<string>,
): Adopted {
  const ids = new Ids(tree, before, used);
  const selfAssessment: SelfAssessment = {};
  const indicatorOf = (node: ReadNode): Indicator => {
    const { id, same } = ids.of(node);
    const leaf = isReadLeaf(node);
    const { points, criteria, explanation, responsible, step, selfScore, selfReason } = node;
    if (leaf && selfScore.value !== null)
      selfAssessment[id] = { score: selfScore.value, reason: selfReason.value };
    const unchanged = same && same.points === points.value && same.criteria === criteria.value;
    return {
      ...{ id, name: node.name.value, points: points.value },
      step: step.value ?? same?.step ?? DEFAULT_STEP,
      criteria: leaf ? criteria.value : '',
      explanation: explanation.value,
      ...(leaf && responsible.value !== '' ? { responsible: responsible.value } : {}),
      ...(leaf && unchanged && same.nature ? { nature: same.nature } : {}),
      ...(leaf && unchanged && same.rule ? { rule: same.rule } : {}),
      children: node.children.map(indicatorOf),
    };
  };
  return { framework: { title, indicators: tree.map(indicatorOf) }, selfAssessment };
}

/** Paths from the first level down, as one text that no name can imitate. */
const pathKey = (names: readonly string[]): string => JSON.stringify(names.map(bare));

function pathsOf(tree: readonly ReadNode[], above: readonly string[] = []): Map<ReadNode, string> {
  const paths = new Map<ReadNode, string>();
  for (const node of tree) {
    const names = [...above, node.name.value];
    paths.set(node, pathKey(names));
    for (const [below, path] of pathsOf(node.children, names)) paths.set(below, path);
  }
  return paths;
}

class Ids {
  readonly #given = new Map<ReadNode, { id: string; same: Indicator | null }>();

  constructor(tree: readonly ReadNode[], before: Framework, used: Iterable<string>) {
    const there = new Map<string, Indicator>();
    for (const { indicator, path } of walk(before))
      if (!there.has(pathKey(path))) there.set(pathKey(path), indicator);
    const taken = new Set([...used, ...walk(before).map(({ indicator }) => indicator.id)]);
    const paths = pathsOf(tree);
    const numbers = { i: 0, g: 0 };
    const fresh = (letter: 'i' | 'g'): string => {
      do numbers[letter] += 1;
      while (taken.has(`${letter}${String(numbers[letter]).padStart(2, '0')}`));
      return `${letter}${String(numbers[letter]).padStart(2, '0')}`;
    };
    for (const node of walkRead(tree)) {
      const key = paths.get(node)!;
      const same = there.get(key);
      if (same && isLeaf(same) === isReadLeaf(node)) {
        there.delete(key);
        this.#given.set(node, { id: same.id, same });
      } else {
        this.#given.set(node, { id: fresh(isReadLeaf(node) ? 'i' : 'g'), same: null });
      }
    }
  }

  of(node: ReadNode): { id: string; same: Indicator | null } {
    return this.#given.get(node)!;
  }
}

/** A self-assessment for a framework that is there: by the names from the top down, else by the leaf's own. */
export function matchSelf(
  tree: readonly ReadNode[],
  framework: Framework,
): { selfAssessment: SelfAssessment; matched: number; unmatched: string[] } {
  const byPath = new Map<string, Leaf>();
  const byName = new Map<string, Leaf[]>();
  for (const leaf of leavesOf(framework)) {
    const [path, name] = [pathKey(leaf.path), bare(leaf.path.at(-1)!)];
    if (!byPath.has(path)) byPath.set(path, leaf);
    byName.set(name, [...(byName.get(name) ?? []), leaf]);
  }
  const paths = pathsOf(tree);
  const selfAssessment: SelfAssessment = {};
  const unmatched: string[] = [];
  for (const node of readLeaves(tree)) {
    if (node.selfScore.value === null) continue;
    const alike = byName.get(bare(node.name.value)) ?? [];
    const leaf = byPath.get(paths.get(node)!) ?? (alike.length === 1 ? alike[0] : undefined);
    if (leaf && !(leaf.id in selfAssessment))
      selfAssessment[leaf.id] = { score: node.selfScore.value, reason: node.selfReason.value };
    else unmatched.push(node.name.value);
  }
  return { selfAssessment, matched: Object.keys(selfAssessment).length, unmatched };
}
