import type { Block } from './document.ts';
import type { Table } from './table.ts';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** `level` may be any depth of a tree: what is deeper than 4 is printed as 4. */
export function heading(level: number, text: string): Block {
  const capped = Math.min(4, Math.max(1, level)) as Of<'heading'>['level'];
  return { kind: 'heading', level: capped, text };
}

export function paragraph(text: string, style: Of<'paragraph'>['style'] = 'body'): Block {
  return { kind: 'paragraph', text, style };
}

/** Somebody's own words, a paragraph for each of their lines. */
export function ownWords(text: string): Block[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ({ kind: 'paragraph', text: line, style: 'body', words: true }));
}

export function tableOf(table: Table): Block {
  return { kind: 'table', table };
}
