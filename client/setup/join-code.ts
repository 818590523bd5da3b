/** Characters of a code as it is stored; people read it as XXXX-XXXX. */
export const CODE_LENGTH = 8;

const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };

/**
 * What a person typed or pasted as the code that it means: any case, full-width or not, spaces and
 * hyphens anywhere, O for 0, I or L for 1. At most eight characters; fewer while typing.
 */
export function readCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll(/[OIL]/g, (letter) => LOOKALIKES[letter]!)
    .slice(0, CODE_LENGTH);
}

/** 'XXXX-XXXX', or as much of it as there is. */
export function showCode(code: string): string {
  return code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}
