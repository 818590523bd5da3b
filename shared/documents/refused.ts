import { heading, paragraph } from './blocks.ts';
import type { Document } from './document.ts';
import { type SumFault, sumFaults } from './sums.ts';
import { type Language, say } from './words.ts';

const W = {
  title: { zh: '没有生成这份文件', en: 'This document was not produced' },
  why: {
    zh: '印出的合计与各项之和不一致，所以没有生成“{name}”，以免把错误的数字送出去。请把本页发给维护系统的人。',
    en: 'A printed sum is not what its parts add up to, so “{name}” was not produced and no wrong number leaves the panel. Please send this page to whoever runs the system.',
  },
  fault: {
    zh: '{where}：印为 {printed}，各项之和为 {parts}。',
    en: '{where}: printed as {printed}, the parts add up to {parts}.',
  },
  missing: {
    zh: '{where}：印为 {printed}，但有的项没有数值，不能相加。',
    en: '{where}: printed as {printed}, but a part has no value.',
  },
};

/** The document, or in its place one that says which of its sums does not add up. */
export function soundOrRefused(document: Document, language: Language): Document {
  const faults = sumFaults(document);
  if (faults.length === 0) return document;
  return {
    ...document,
    blocks: [
      heading(1, W.title[language]),
      paragraph(say(W.why, language, { name: document.name })),
      ...faults.map((fault) => paragraph(faultWords(fault, language))),
    ],
  };
}

function faultWords({ where, printed, parts }: SumFault, language: Language): string {
  if (parts === null) return say(W.missing, language, { where, printed });
  return say(W.fault, language, { where, printed, parts });
}
