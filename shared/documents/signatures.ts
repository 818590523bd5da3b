import { formatMoment } from './dates.ts';
import type { Signer } from './facts.ts';
import { cell, headOf, type Orientation, type Table } from './table.ts';
import { type Language, say, words } from './words.ts';

const WIDTHS: Record<Orientation, number[]> = {
  portrait: [22, 15, 30, 46, 33, 34],
  landscape: [36, 20, 54, 67, 46, 44],
};

/** The signature block: a row for each who signs, a dissent in words below its row. */
export function signaturesTable(
  signers: readonly Signer[],
  paper: Orientation,
  language: Language,
): Table {
  const w = (key: keyof typeof words) => words[key][language];
  const heads = [
    'person',
    'duty',
    'qualification',
    'organisation',
    'signature',
    'signedAt',
  ] as const;
  return {
    title: w('signaturesTitle'),
    paper,
    widths: WIDTHS[paper],
    head: headOf(heads.map(w)),
    body: signers.flatMap((signer) => {
      const { name, chair, title, organisation, at, dissent } = signer;
      const rows = dissent === '' ? 1 : 2;
      const row = [
        cell('leaf', name, rows),
        cell('word', w(chair ? 'chair' : 'expert')),
        cell('word', title),
        cell('word', organisation),
        {
          ...cell('word', w(at === null ? 'unsigned' : rows > 1 ? 'signedWithDissent' : 'signed')),
          ...(signer.ink ? { ink: signer.ink } : {}),
        },
        cell('word', at === null ? '' : formatMoment(at, language)),
      ];
      const below = cell('note', say(words.dissent, language, { text: dissent }), 1, 5);
      return rows === 1 ? [row] : [row, [below]];
    }),
    foot: [],
  };
}
