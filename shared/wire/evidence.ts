import { z } from 'zod';
import {
  FILE_KINDS,
  FILE_NAME,
  kindOfName,
  MAX_EVIDENCE,
  MAX_EVIDENCE_NUMBER,
  MAX_FILE_BYTES,
  MAX_LINK,
} from '../panel/evidence.ts';

const line = z.string().max(200);

/** A link is kept as it is typed; the checks say whether it is one, and `linkOf` where it may lead. */
const item = z.strictObject({
  number: z.int().min(1).max(MAX_EVIDENCE_NUMBER),
  title: line,
  source: line,
  link: z.string().max(MAX_LINK),
  file: z
    .strictObject({
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      name: z.string().regex(FILE_NAME),
      size: z.int().min(1).max(MAX_FILE_BYTES),
      kind: z.enum(FILE_KINDS),
    })
    // The name is what a browser saves the file as: it must not say another kind than the content.
    .refine(({ name, kind }) => kindOfName(name) === kind)
    .nullable(),
});

/** The evidence of a panel: lists by the id of their indicator, bounded together. */
export const evidenceSchema = z
  .record(z.string().regex(/^[a-z0-9-]{1,24}$/), z.array(item).max(MAX_EVIDENCE))
  .refine((evidence) => Object.values(evidence).flat().length <= MAX_EVIDENCE);
