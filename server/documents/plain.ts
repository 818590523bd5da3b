/** Characters that XML can't hold, and lone halves of pairs. */
const UNPRINTABLE = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as Word and Excel can hold it. Those find fonts for rare characters by themselves. */
export function plain(text: string): string {
  return text.replaceAll('\r', '').replace(UNPRINTABLE, '\ufffd');
}
