import type { Points } from '../framework/points.ts';
import { readParts } from './reading/composite.ts';
import { readHalf } from './reading/half.ts';
import { readDiscretionary, readSingle } from './reading/judged.ts';
import { readOptions } from './reading/options.ts';
import { readPerItem } from './reading/per-item.ts';
import { readRatio } from './reading/ratio.ts';
import { sourceOf, without, only, type Reading, type Source } from './reading/source.ts';
import { readStep } from './reading/step.ts';
import { readThreshold } from './reading/threshold.ts';
import { readVeto } from './reading/veto.ts';
import type { RulePart } from './terms.ts';

/** A rule as read from a text: nothing until the secretary confirms it. */
export type RuleProposal = Reading;

/** Longer than any criteria; bounds the work on a text that no schema has seen. */
const MAX_TEXT = 4000;

/**
 * The rule that a criteria text seems to state for an indicator worth `points`, with the places that
 * it was read from and what is doubtful in it; null where it states none. Reads, never guesses: what
 * it had to assume is a doubt, and no proposal is a rule until somebody confirms it. [RU13]
 */
export function propose(criteria: string, points: Points): RuleProposal | null {
  if (criteria.length > MAX_TEXT || points <= 0) return null;
  const source = sourceOf(criteria, points);
  const half = readHalf(source);
  if (!half) return shown(source, readWhole(source));
  const of = readWhole(without(source, half.span));
  if (!of) return null;
  const rule = { kind: 'half', when: half.when, of: of.rule } as const;
  return shown(source, { rule, read: [...of.read, half.span], doubts: of.doubts });
}

/** The places in the order of the text, without the separators around them. */
function shown({ original }: Source, reading: Reading | null): RuleProposal | null {
  if (!reading) return null;
  const read = reading.read.map(({ start, end }) => {
    const lead = /^[\s,，、;；:：.。)）\]】]*/.exec(original.slice(start, end))![0].length;
    const close = /^[)）\]】]/.test(original.slice(end)) ? 1 : 0;
    return { start: start + lead, end: end + close };
  });
  return { ...reading, read: read.sort((a, b) => a.start - b.start) };
}

function readWhole(source: Source): Reading | null {
  return readComposite(source) ?? readWithVeto(source);
}

function readComposite(source: Source): Reading | null {
  const parts = readParts(source);
  if (!parts) return null;
  const rules: RulePart[] = [];
  const read: Reading['read'] = [];
  const doubts = new Set<Reading['doubts'][number]>();
  for (const { label, points, span } of parts) {
    const own = readWithVeto(only(source, span, points));
    // A part that only says what it is worth is judged: deductions with reasons.
    rules.push({ label, points, rule: own?.rule ?? { kind: 'discretionary', usual: null } });
    read.push(...(own?.read ?? [span]));
    own?.doubts.forEach((doubt) => doubts.add(doubt));
  }
  return { rule: { kind: 'composite', parts: rules }, read, doubts: [...doubts] };
}

function readWithVeto(source: Source): Reading | null {
  const veto = readVeto(source);
  if (!veto) return readPlain(source);
  const rest = without(source, veto.span);
  const otherwise = readPlain(rest);
  // Amounts that nobody can read beside the veto are no "otherwise the maximum".
  if (!otherwise && rest.tokens.length > 0) return readPlain(source);
  return {
    rule: { kind: 'veto', conditions: veto.conditions, otherwise: otherwise?.rule ?? null },
    read: [...(otherwise?.read ?? []), veto.span],
    doubts: otherwise?.doubts ?? [],
  };
}

function readPlain(source: Source): Reading | null {
  return (
    readStep(source) ??
    readThreshold(source) ??
    readRatio(source) ??
    readPerItem(source) ??
    readDiscretionary(source) ??
    readOptions(source) ??
    readSingle(source)
  );
}
