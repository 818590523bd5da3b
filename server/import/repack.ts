import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A zip of these texts by name, not compressed. */
export async function repack(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(text), name, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}
