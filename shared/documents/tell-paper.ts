import type { SeatId } from '../panel/terms.ts';
import type { Narrator } from './narrator.ts';

type Act = 'opened' | 'dropped' | 'edited' | 'submitted' | 'reopened' | 'shown' | 'confirmed';

/** `{by}` in office, `{seat}` the expert whose paper card it is. */
const SENTENCES: Record<Act, { zh: string; en: string }> = {
  opened: { zh: '{by} 代录 {seat} 的纸质评分表', en: '{by} keys in the paper card of {seat}' },
  dropped: {
    zh: '{by} 停止代录，由 {seat} 本人评分',
    en: '{by} stopped the keying in; {seat} scores in person',
  },
  edited: { zh: '{by} 代录 {seat} 的评分表', en: '{by} keyed in the card of {seat}' },
  submitted: {
    zh: '{by} 代 {seat} 交卷，待第二人核对',
    en: '{by} handed in for {seat}, to be confirmed by a second person',
  },
  reopened: {
    zh: '{by} 退回 {seat} 的代录评分表',
    en: '{by} sent the keyed-in card of {seat} back',
  },
  shown: {
    zh: '{by} 调阅 {seat} 的代录评分表，与纸质原件核对',
    en: '{by} opened the keyed-in card of {seat} to compare it with the paper',
  },
  confirmed: {
    zh: '{by} 核对 {seat} 的代录评分表，与纸质原件一致',
    en: '{by} confirmed the keyed-in card of {seat} against the paper',
  },
};

/** What happened to a paper card, in Chinese and in English. */
export function tellPaper(
  act: Act,
  { seat }: { seat: SeatId },
  by: SeatId,
  narrator: Narrator,
): [zh: string, en: string] {
  const say = (language: 'zh' | 'en') =>
    SENTENCES[act][language]
      .replace('{by}', by === seat ? narrator.seat(by, language) : narrator.office(by, language))
      .replace('{seat}', narrator.seat(seat, language));
  return [say('zh'), say('en')];
}
