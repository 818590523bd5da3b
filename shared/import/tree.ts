import type { Points } from '../framework/points.ts';
import type { Cell } from './sheet.ts';

/** A value with the cell that it was read from, or that it would stand in; null: from no cell. */
export interface Traced<T> {
  value: T;
  cell: Cell | null;
}

/** Texts that an indicator's row carries beside its name. */
export const TEXTS = ['criteria', 'explanation', 'responsible', 'selfReason'] as const;
export type TextField = (typeof TEXTS)[number];

/** Amounts that it carries, in hundredths of a point. */
export const AMOUNTS = ['points', 'selfScore', 'step'] as const;
export type AmountField = (typeof AMOUNTS)[number];

/** An indicator as the table has it. */
export type ReadNode = {
  /** Unique in a reading, and stable while only texts are corrected: its name's address. */
  key: string;
  /** The level column that its name stands in, from 1. */
  level: number;
  /** The row where it starts, from 0. */
  row: number;
  name: Traced<string>;
  children: ReadNode[];
} & Record<TextField, Traced<string>> &
  Record<AmountField, Traced<Points | null>>;

export const isReadLeaf = ({ children }: ReadNode): boolean => children.length === 0;

/** Every indicator, a level before what is in it. */
export function walkRead(tree: readonly ReadNode[], found: ReadNode[] = []): ReadNode[] {
  for (const node of tree) {
    found.push(node);
    walkRead(node.children, found);
  }
  return found;
}

export const readLeaves = (tree: readonly ReadNode[]): ReadNode[] =>
  walkRead(tree).filter(isReadLeaf);

/** What an indicator is worth by its leaves; missing points count as 0. */
export function worthOf(node: ReadNode): Points {
  return readLeaves([node]).reduce((sum, leaf) => sum + (leaf.points.value ?? 0), 0);
}
