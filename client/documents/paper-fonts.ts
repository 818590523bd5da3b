/**
 * Settles once the digits of paper.css are there or known to be missing. Pages that were broken with
 * another font would be printed differently from how they were measured.
 */
export const paperFonts: Promise<unknown> = document.fonts
  .load("9pt 'Heyi Latin'")
  .catch((missing: unknown) => missing);
