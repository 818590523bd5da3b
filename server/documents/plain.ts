/** Characters that XML can't hold, and lone halves of pairs. */
const UNPRINTABLE = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** '项目立项 (15分)' with the points on a line of their own: Word would break them inside. */
export function levelText(text: string): string {
  return text.replace(/ (\([^()\n]*\))$/, '\n$1');
}

/** A text as Word and Excel can hold it. Those find fonts for rare characters by themselves. */
export function plain(text: string): string {
  return text.replaceAll('\r', '').replace(UNPRINTABLE, '\ufffd');
}
