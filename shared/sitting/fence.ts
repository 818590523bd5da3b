import type { SittingFact } from './facts.ts';

/**
 * The fence of a sitting's fact, as fence.ts of the panel has it for a panel's. [FE2]
 *
 * | counter  | moves when                                          |
 * |----------|-----------------------------------------------------|
 * | setup    | people or rules change                              |
 * | agenda   | a project is added, or the order changes            |
 * | called   | the room moves on to another project                |
 * | ranking  | the ranking is wanted or not, shown or hidden       |
 * | link:S, joined:S | seat S's link is voided, seat S joined      |
 */
export function sittingFenceOf(fact: SittingFact): { expects: string[]; bumps: string[] } {
  const both = (...counters: string[]) => ({ expects: counters, bumps: counters });
  switch (fact.type) {
    case 'sitting-opened':
      return both('created');
    case 'title-changed':
      return { expects: [], bumps: [] };
    case 'setup-changed':
      return both('setup');
    case 'ranking-wanted':
    case 'ranking-shown':
    case 'ranking-hidden':
      return both('ranking');
    case 'project-added':
      // Its panel was made with the people and rules as they stood.
      return { expects: ['agenda', 'setup'], bumps: ['agenda'] };
    case 'agenda-arranged':
      return both('agenda');
    case 'project-called':
      // Who calls a project must see the agenda that it stands on.
      return { expects: ['called', 'agenda'], bumps: ['called'] };
    case 'link-voided':
      return both(`link:${fact.seat}`);
    case 'seat-joined':
      return both(`joined:${fact.seat}`);
  }
}
