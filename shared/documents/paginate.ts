/** A merged cell that must not be cut below the height of its own text. */
export interface Merged {
  /** Rows it covers, `to` excluded. */
  from: number;
  to: number;
  height: number;
}

/** A table as it was measured. All heights in the same unit. */
export interface Block {
  /** Caption and head: repeated on each page. */
  head: number;
  rows: number[];
  merged: Merged[];
  /** Sums of what stands above them: a page should not begin with one. By row. */
  sums?: readonly boolean[];
  /** Space above it where it is not the first on its page. */
  gap: number;
  /** So many last rows stay on one page, together with the row before them, where one holds them. */
  keep: number;
  /** A heading: on one page with the first row of what follows. */
  withNext?: boolean;
}

/** Rows `from` to `to` (excluded) of a table. */
export interface Part {
  block: number;
  from: number;
  to: number;
}

/**
 * So much of a page may stay empty for a break that cuts fewer merged cells: the first of these that
 * costs no page, since signatures on a page of their own are worse than a merged cell that is cut.
 */
const SLACKS = [0.12, 0.06];
/** A sum without its parts is as bad as so many merged cells that are cut. */
const SUM_CUT = 2;

/**
 * Lays tables out on pages of the height `page`, of which `lead` is taken on the first one. Rows are
 * never cut; a row that is higher than a page gets a page of its own.
 *
 * The browser's own page breaks are not used: it leaves a merged cell empty on the page after the
 * break, and has no page numbers that every browser prints.
 */
export function paginate(blocks: readonly Block[], page: number, lead: number): Part[][] {
  const fewest = laidOut(blocks, page, { lead, slack: 0 });
  const calm = SLACKS.map((slack) => laidOut(blocks, page, { lead, slack: page * slack }));
  return calm.find(({ length }) => length <= fewest.length) ?? fewest;
}

function laidOut(
  blocks: readonly Block[],
  page: number,
  { lead, slack }: { lead: number; slack: number },
): Part[][] {
  const pages: Part[][] = [[]];
  let used = lead;
  let empty = true;
  for (const [index, block] of blocks.entries()) {
    let from = 0;
    if (!empty && used + block.gap + lengthWithNext(blocks, index) > page) {
      pages.push([]);
      used = 0;
      empty = true;
    }
    while (from < block.rows.length) {
      const gap = empty ? 0 : block.gap;
      const room = page - used - gap;
      const last = lastThatFits(keepable(block, page), from, room, empty && used < page / 2);
      const to = calmest(block, from, last, slack);
      if (to > from) {
        pages.at(-1)!.push({ block: index, from, to });
        used += gap + heightOf(block, from, to);
        empty = false;
        from = to;
        if (from === block.rows.length) break;
      }
      pages.push([]);
      used = 0;
      empty = true;
    }
  }
  return pages.filter((parts, at) => at === 0 || parts.length > 0);
}

/** The least that must stand together from a heading on; 0 for what is not one. */
function lengthWithNext(blocks: readonly Block[], index: number): number {
  const block = blocks[index]!;
  const next = blocks[index + 1];
  if (!block.withNext || !next) return 0;
  const together = next.keep >= next.rows.length - 1 ? next.rows.length : 1;
  const after = next.withNext ? lengthWithNext(blocks, index + 1) : heightOf(next, 0, together);
  return heightOf(block, 0, block.rows.length) + next.gap + after;
}

/** The block, without rows to keep together where no page holds them. */
function keepable(block: Block, page: number): Block {
  const all = block.rows.length;
  return heightOf(block, Math.max(all - block.keep - 1, 0), all) > page
    ? { ...block, keep: 0 }
    : block;
}

/** The end of the longest part that starts at `from`; `from` where not one row fits. */
function lastThatFits(block: Block, from: number, room: number, must: boolean): number {
  const all = block.rows.length;
  let to = from;
  while (to < all && heightOf(block, from, to + 1) <= room) to += 1;
  const kept = Math.max(all - block.keep - 1, 0);
  const together = to > kept && to < all ? kept : to;
  if (together > from) return together;
  if (!must) return from;
  return Math.max(to, from + 1);
}

/**
 * The end at or before `last` that cuts the fewest merged cells, takes no sum from its parts and
 * leaves no more than `slack` free.
 */
function calmest(block: Block, from: number, last: number, slack: number): number {
  if (last === block.rows.length) return last;
  const cuts = (at: number) =>
    block.merged.filter((cell) => cell.from < at && at < cell.to).length +
    (block.sums?.[at] ? SUM_CUT : 0);
  let [best, free] = [last, 0];
  for (let at = last; at > from && free <= slack; at -= 1) {
    if (cuts(at) < cuts(best)) best = at;
    free += block.rows[at - 1]!;
  }
  return best;
}

/** The height of a part with its head; merged cells that were cut short stretch their rows. */
export function heightOf(block: Block, from: number, to: number): number {
  const sum = (start: number, end: number) =>
    block.rows.slice(start, end).reduce((total, row) => total + row, 0);
  const stretched = block.merged.map((cell) => {
    const [start, end] = [Math.max(cell.from, from), Math.min(cell.to, to)];
    return start < end ? Math.max(0, cell.height - sum(start, end)) : 0;
  });
  return block.head + sum(from, to) + stretched.reduce((total, more) => total + more, 0);
}
