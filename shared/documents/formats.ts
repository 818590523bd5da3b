/** The files that a document can be had as. */
export const DOCUMENT_FORMATS = ['docx', 'xlsx', 'pdf'] as const;

export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
