/**
 * RFC 6266 with the name as RFC 5987 spells it, and `plain` with its extension for those who can't
 * read that.
 */
export function disposition(how: 'inline' | 'attachment', name: string, plain: string): string {
  const extension = name.slice(name.lastIndexOf('.')).toLowerCase();
  const spelled = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}${extension}"; filename*=UTF-8''${spelled}`;
}
