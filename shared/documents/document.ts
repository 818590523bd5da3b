import type { HeaderFact } from './project.ts';
import type { Orientation, Table } from './table.ts';

/**
 * A printed document as data, in one language: the page, Word, Excel and PDF draw this same one, so
 * that a number can't differ between them.
 */
export interface Document {
  /** Names it in addresses: 'sheet', 'card-e1'. ASCII letters, digits and hyphens. */
  id: string;
  /** Short: on its tab and in the name of its file. */
  name: string;
  /** What it is one of several of: '专家评分表'. */
  group?: string;
  /** At the head of its first page. */
  title: string;
  paper: Orientation;
  /** Below the title; none for a form that has a table for them. */
  facts: HeaderFact[];
  running: Running;
  /** In printing order. */
  blocks: Block[];
}

/** What runs along the edge of every page; '' where there is nothing to say. */
export interface Running {
  /** At the head and across the page: the result is not sealed yet. */
  draft: string;
  /** At the head: the scores were made up for a demonstration. */
  caution: string;
  /** At the foot: the short code that the page belongs to. */
  code: string;
}

export type Block =
  /** With its title above it, unless that is the document's own. */
  | { kind: 'table'; table: Table }
  /** `level` from 1; stays on one page with what follows it. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  /** Running text. `draft`: proposed by the program, for a person to rewrite. */
  | {
      kind: 'paragraph';
      text: string;
      style: 'body' | 'draft' | 'small';
      /** Somebody's own words, in which no sum is looked for. */
      words?: true;
    }
  /** A QR code of `text`, with its words beside it. */
  | { kind: 'qr'; text: string; caption: string };

/** A document of tables: the first one gives it title and paper. */
export function documentOfTables(
  tables: readonly [Table, ...Table[]],
  rest: Pick<Document, 'id' | 'name' | 'group' | 'facts' | 'running'>,
): Document {
  const { title, paper } = tables[0];
  return { ...rest, title, paper, blocks: tables.map((table) => ({ kind: 'table', table })) };
}

/** The tables of a document, in printing order. */
export function tablesOf({ blocks }: Document): Table[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}
