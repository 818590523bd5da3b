import { leavesOf } from '../framework/tree.ts';
import { type Evidence, type EvidenceItem, evidenceOn } from '../panel/evidence.ts';
import type { ResultFacts } from './facts.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, say, words } from './words.ts';

/** Is there evidence on an indicator that counts? */
export const hasEvidence = ({ setup }: ResultFacts): boolean =>
  leavesOf(setup.framework).some(({ id }) => evidenceOn(setup.evidence, id).length > 0);

/** 佐证材料清单: what the panel had before it, each file with the digest that tells it from any other. */
export function evidenceTable({ setup }: ResultFacts, language: Language): Table {
  const w = (key: keyof typeof words) => words[key][language];
  const heads = ['number', 'indicator', 'evidenceName', 'source', 'attachment'] as const;
  return {
    title: w('evidenceTitle'),
    paper: 'portrait',
    widths: [12, 40, 42, 30, 56],
    head: headOf(heads.map(w)),
    body: rowsOf(setup.evidence, setup, language),
    foot: [],
  };
}

function rowsOf(evidence: Evidence, setup: ResultFacts['setup'], language: Language) {
  return leavesOf(setup.framework).flatMap(({ id, path }) => {
    const items = evidenceOn(evidence, id);
    return items.map((item, index) => [
      cell('word', String(item.number)),
      ...(index === 0 ? [cell('leaf', path.at(-1) ?? '', items.length)] : []),
      cell('text', item.title),
      cell('text', item.source),
      cell('text', attachmentOf(item, language)),
    ]);
  });
}

function attachmentOf({ file, link }: EvidenceItem, language: Language): string {
  if (!file) return link;
  return say(words.attachedFile, language, { name: file.name, digest: file.digest.slice(0, 16) });
}
