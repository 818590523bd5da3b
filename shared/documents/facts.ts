import type { GradeBand, Policy } from '../consensus/terms.ts';
import type { Points } from '../framework/points.ts';
import { chairSeat, signingSeats } from '../panel/seats.ts';
import type { Person, SeatId, Setup } from '../panel/terms.ts';
import { minutesOf, type Minutes } from './minutes.ts';
import type { Paper, SealView, Tally, View } from '../views/terms.ts';

/** A person of the signature block. */
export interface Signer extends Person {
  seat: SeatId;
  chair: boolean;
  /** ISO time, or null for a signature that is missing. */
  at: string | null;
  dissent: string;
}

/** What the decision of a leaf started from. */
export interface Basis {
  /** Scores given. */
  n: number;
  abstained: number;
  /** The policy's value, and the rule that was really applied. */
  value: Points | null;
  rule: Policy;
}

/** Everything that the documents of a concluded panel print. */
export interface ResultFacts {
  setup: Setup;
  bands: readonly GradeBand[];
  tally: Tally;
  grade: string;
  concludedAt: string;
  /** Experts of the panel, and how many cards were revealed. */
  experts: number;
  cards: number;
  bases: Record<string, Basis>;
  /** null for a reader without names (the projection). */
  signers: Signer[] | null;
  /** null for a reader who gets none, and where nothing was noted. */
  minutes: Minutes | null;
  seal: SealView | null;
}

/**
 * The facts from what one seat was sent, so that no document can print more than its reader may
 * know. Null before the conclusion.
 */
export function resultFacts(paper: Paper, view: View): ResultFacts | null {
  const { tally, outcome, spreads, seal } = view;
  if (!tally || !outcome || !spreads) return null;
  const bases = spreads.map(({ leaf, n, abstained, value, rule }) => {
    return [leaf, { n, abstained, value, rule }] as const;
  });
  return {
    setup: paper.setup,
    bands: paper.bands,
    tally,
    grade: outcome.grade,
    concludedAt: outcome.at,
    experts: view.experts,
    cards: view.handedIn,
    bases: Object.fromEntries(bases),
    signers: view.role === 'projection' ? null : signersOf(paper.setup, view),
    minutes: view.role === 'projection' ? null : minutesOf(view.notes, view.timing, spreads),
    seal,
  };
}

function signersOf(setup: Setup, view: Exclude<View, { role: 'projection' }>): Signer[] {
  return signingSeats(setup).map((seat) => {
    const { name, title, organisation } = personOn(setup, seat);
    const signature = view.signatures?.find((each) => each.seat === seat);
    return {
      ...{ seat, name, title, organisation },
      chair: seat === chairSeat(setup),
      at: signature?.at ?? null,
      dissent: signature?.dissent ?? '',
    };
  });
}

function personOn({ experts, chair }: Setup, seat: SeatId): Person {
  if (seat === 'chair' && chair.kind === 'separate') return chair;
  return experts.find((expert) => expert.seat === seat) ?? NOBODY;
}

const NOBODY: Person = { name: '', title: '', organisation: '' };

/** The first 16 hex digits of the seal's head in groups of four: 'A1B2 C3D4 …', on every page. */
export function shortCode(head: string): string {
  return head
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');
}
