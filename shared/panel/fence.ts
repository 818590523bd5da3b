import type { Fact } from './facts.ts';

/**
 * The fence of a fact: which counters must still stand where the decision saw them, and which move
 * on when it is appended. The store compares and bumps in the same step as the append, so of two
 * racing entries that contradict each other exactly one lands. [FE1]
 *
 * | counter      | moves when                                         |
 * |--------------|----------------------------------------------------|
 * | phase        | the panel enters another phase or round            |
 * | setup        | the secretary changes the setup                    |
 * | link:S       | seat S's link is voided                            |
 * | card:C       | card C is submitted or taken back                  |
 * | edits:C      | card C is edited                                   |
 * | hand-ins     | any card is submitted or taken back                |
 * | decisions    | an indicator is decided                            |
 * | joined:S, signed:S | seat S joined, signed                        |
 * | signatures   | anybody signed                                     |
 */
export function fenceOf(fact: Fact): { expects: string[]; bumps: string[] } {
  switch (fact.type) {
    case 'panel-created':
      return { expects: ['created'], bumps: ['created'] };
    case 'setup-changed':
      return { expects: ['phase', 'setup'], bumps: ['setup'] };
    case 'link-voided':
      return { expects: [`link:${fact.seat}`], bumps: [`link:${fact.seat}`] };
    case 'seat-joined':
      return { expects: [`joined:${fact.seat}`], bumps: [`joined:${fact.seat}`] };
    case 'round-opened':
      return { expects: ['phase', 'setup', 'decisions'], bumps: ['phase'] };
    case 'scores-changed':
      return { expects: ['phase', `card:${fact.card}`], bumps: [`edits:${fact.card}`] };
    case 'card-submitted':
      return {
        expects: ['phase', `card:${fact.card}`, `edits:${fact.card}`],
        bumps: [`card:${fact.card}`, 'hand-ins'],
      };
    case 'card-reopened':
      return {
        expects: ['phase', `card:${fact.card}`],
        bumps: [`card:${fact.card}`, 'hand-ins'],
      };
    case 'revealed':
      return { expects: ['phase', 'hand-ins'], bumps: ['phase'] };
    case 'discussion-opened':
    case 'stage-set':
      return { expects: ['phase'], bumps: [] };
    case 'indicators-decided':
      return { expects: ['phase'], bumps: ['decisions'] };
    case 'concluded':
      return { expects: ['phase', 'decisions', 'edits:sheet', 'edits:notes'], bumps: ['phase'] };
    case 'signed':
      return {
        expects: ['phase', `signed:${fact.seat}`],
        bumps: [`signed:${fact.seat}`, 'signatures'],
      };
    case 'sealed':
      return { expects: ['phase', 'signatures'], bumps: ['phase'] };
  }
}
