/** Lanczos' approximation with g = 7 and nine terms (Numerical Recipes 6.1; P. Godfrey). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** ln Γ(x) for x ≥ 0.5, which half a degree of freedom is. */
export function logGamma(x: number): number {
  const base = x + 6.5;
  const [first = 0, ...rest] = LANCZOS;
  const series = rest.reduce((sum, term, index) => sum + term / (x + index), first);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}
