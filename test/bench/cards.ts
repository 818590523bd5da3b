import * as Y from 'yjs';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import {
  openDoc,
  readContent,
  reasonRoot,
  setMark,
  setReason,
} from '../../shared/scorecard/layout.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import { seeded } from '../kit/seed.ts';
import { updateFrame } from './wire.ts';

/** The preset whose leaves the updates are written for; 20 of them. */
export const PRESET = fengshun2023.id;

const LEAVES = leavesOf(fengshun2023.framework);
const LEAF_IDS = LEAVES.map(({ id }) => id);

/** What an expert does at one card, worked out before anything is measured. */
export interface CardScript {
  /** Whole websocket messages, one for each change, in order; the same bytes for either server. */
  frames: Uint8Array[];
  /** What the card says when all of them have arrived. */
  content: CardContent;
}

const PHRASES = [
  '绩效目标未量化，酌情扣分',
  '未见专项资金管理办法',
  '部分凭证摘要填写不准确，与实际支付方式不一致',
  '日常报告未及时整理归档',
  '合同约定人数与实际到岗人数不符，佐证材料不充分',
];

/** Longer than this and the expert begins the reason anew. */
const LONG_REASON = 160;

/** `count` changes as an expert makes them: a score, then its reason, a few characters at a time. */
export function scriptOf(seed: number, count: number): CardScript {
  const below = seeded(seed);
  const doc = openDoc(LEAF_IDS);
  doc.clientID = below(2 ** 32);
  const frames: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)));
  for (let at = 0; frames.length < count; at++) {
    const leaf = LEAVES[at % LEAVES.length]!;
    setMark(doc, leaf.id, { score: below(Math.floor(leaf.points / leaf.step) + 1) * leaf.step });
    typeReason(doc, leaf, below, () => frames.length >= count);
  }
  return { frames, content: readContent(doc, LEAF_IDS) };
}

function typeReason(
  doc: Y.Doc,
  { id }: Leaf,
  below: (end: number) => number,
  isEnough: () => boolean,
): void {
  const typed = (): string => doc.getText(reasonRoot(id)).toString();
  const phrase = PHRASES[below(PHRASES.length)]!;
  for (let at = 0; at < phrase.length && !isEnough();) {
    // An input method hands over a word of one to three characters.
    const word = phrase.slice(at, at + 1 + below(3));
    at += word.length;
    setReason(doc, id, typed().length > LONG_REASON ? word : typed() + word);
    if (isEnough() || below(10) > 0) continue;
    setReason(doc, id, typed().slice(0, -word.length));
    at -= word.length;
  }
}

/** What an update says as the content of a card. */
export function contentOf(update: Uint8Array): CardContent {
  const doc = openDoc(LEAF_IDS);
  Y.applyUpdate(doc, update);
  return readContent(doc, LEAF_IDS);
}
