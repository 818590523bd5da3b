import type { Setup } from '../panel/terms.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, words } from './words.ts';

export const SIGN_IN_TITLE = { zh: '评审会签到表', en: 'Attendance Sheet' };

const W = {
  signIn: { zh: '签到', en: 'Signature' },
  at: { zh: '签到时间', en: 'Time' },
  secretary: { zh: '秘书', en: 'Secretary' },
};

/** A line of its own height, so that there is room to write. */
const PAD = '\u00a0';
/** Rows for people who are not on the list: from the unit, from the office. */
const EMPTY_ROWS = 4;

/** 签到表: everybody of the panel with room for a signature, and rows for those who come besides. */
export function signInTable({ experts, chair }: Setup, language: Language): Table {
  const w = (key: keyof typeof words) => words[key][language];
  const people = [
    ...(chair.kind === 'separate' ? [{ ...chair, duty: w('chair') }] : []),
    ...experts.map((expert) => ({
      ...expert,
      duty: w(chair.kind === 'expert' && chair.seat === expert.seat ? 'chair' : 'expert'),
    })),
    { name: '', title: '', organisation: '', duty: W.secretary[language] },
    ...Array.from({ length: EMPTY_ROWS }, () => ({
      ...{ name: '', title: '', organisation: '', duty: '' },
    })),
  ];
  const heads = ['number', 'person', 'duty', 'qualification', 'organisation'] as const;
  return {
    title: SIGN_IN_TITLE[language],
    paper: 'portrait',
    widths: [11, 26, 16, 32, 42, 32, 21],
    head: headOf([...heads.map(w), W.signIn[language], W.at[language]]),
    body: people.map(({ name, duty, title, organisation }, at) => [
      cell('word', `${PAD}\n${at + 1}\n${PAD}`),
      cell('leaf', name),
      ...[duty, title, organisation, '', ''].map((text) => cell('word', text)),
    ]),
    foot: [],
  };
}
