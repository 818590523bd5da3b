import type { Fact } from './facts.ts';
import { cardOf, parseCard } from './seats.ts';
import type { CardId } from './terms.ts';

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
 * | card:C       | card C is submitted, taken back, confirmed; its author changes or is bound |
 * | edits:C      | card C is edited                                   |
 * | hand-ins     | any card is submitted or taken back                |
 * | decisions    | an indicator is decided                            |
 * | analysis     | a part of the analysis is written, or its draft taken again |
 * | recusals     | an expert is recused, or a recusal lifted          |
 * | joined:S, signed:S | seat S joined, signed                        |
 * | signatures   | anybody signed                                     |
 * | reopening    | a reopening is asked for, declined or approved     |
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
      return { expects: ['phase', 'setup', 'decisions', 'recusals'], bumps: ['phase'] };
    case 'scores-changed':
      return {
        expects: ['phase', 'recusals', `card:${fact.card}`],
        bumps: [`edits:${fact.card}`],
      };
    case 'expert-recused':
      return { expects: ['phase', 'recusals'], bumps: ['recusals'] };
    case 'recusal-lifted': {
      // Whether the card is whole without the recusal was judged on how it was handed in.
      const cards = fact.cards.map((card) => `card:${card}`);
      const bumps = cards.length > 0 ? ['recusals', ...cards, 'hand-ins'] : ['recusals'];
      return { expects: ['phase', 'recusals', 'hand-ins', ...cards], bumps };
    }
    case 'paper-card-opened':
    case 'paper-card-dropped': {
      // The expert's own card changes hands with it.
      const cards = [`card:${fact.card}`, `card:${ownCardOf(fact.card)}`];
      return { expects: ['phase', 'recusals', ...cards], bumps: [...cards, 'hand-ins'] };
    }
    case 'paper-card-shown': {
      const round = parseCard(fact.card)?.round ?? 0;
      const own = `card:${cardOf(fact.to, round)}`;
      // Whoever sees it can't take the own card back: of the two acts, one must lose.
      const bound = [own, `${own}.paper`];
      return { expects: ['phase', 'recusals', `card:${fact.card}`, ...bound], bumps: bound };
    }
    case 'paper-card-confirmed':
      return {
        expects: ['phase', `card:${fact.card}`],
        bumps: [`card:${fact.card}`, 'hand-ins'],
      };
    case 'card-submitted':
      return {
        expects: ['phase', 'recusals', `card:${fact.card}`, `edits:${fact.card}`],
        bumps: [`card:${fact.card}`, 'hand-ins'],
      };
    case 'card-reopened':
      return {
        expects: ['phase', `card:${fact.card}`],
        bumps: [`card:${fact.card}`, 'hand-ins'],
      };
    case 'revealed':
      return { expects: ['phase', 'hand-ins', 'recusals'], bumps: ['phase'] };
    case 'discussion-opened':
    case 'stage-set':
      return { expects: ['phase'], bumps: [] };
    case 'indicators-decided':
      return { expects: ['phase', 'recusals'], bumps: ['decisions'] };
    case 'analysis-written':
      return { expects: ['phase', 'analysis'], bumps: ['analysis'] };
    case 'concluded':
      return {
        expects: ['phase', 'decisions', 'recusals', 'analysis', 'edits:sheet', 'edits:notes'],
        bumps: ['phase'],
      };
    case 'signed':
      return {
        expects: ['phase', `signed:${fact.seat}`],
        bumps: [`signed:${fact.seat}`, 'signatures'],
      };
    case 'sealed':
      return { expects: ['phase', 'signatures'], bumps: ['phase'] };
    case 'reopening-requested':
    case 'reopening-declined':
      return { expects: ['phase', 'reopening'], bumps: ['reopening'] };
    case 'reopened':
      return { expects: ['phase', 'reopening', 'signatures'], bumps: ['phase', 'reopening'] };
  }
}

/** The expert's own card beside a paper card. */
function ownCardOf(paper: CardId): CardId {
  const name = parseCard(paper);
  return name ? cardOf(name.seat, name.round) : paper;
}
