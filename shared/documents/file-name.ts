/** What file systems and zip readers of this world refuse in a name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;
const LONGEST = 60;

/** '项目名-意见表' for the file of a document, without its extension. */
export function fileNameOf(project: string, name: string): string {
  return [project, name].map(cleaned).filter(Boolean).join('-');
}

function cleaned(text: string): string {
  const characters = [...text.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim()];
  // A name that ends in a dot loses it on Windows.
  return characters
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
}
