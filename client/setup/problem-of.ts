import type { Problem } from '../../shared/wire/http.ts';
import { start } from '../i18n/start.ts';
import { ApiProblem } from '../state/api.ts';

/**
 * What to tell the reader about a failed request. An answer that is not the API's own (a proxy's
 * page, a server that is just stopping) still gets a sentence that says what to do.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  return { code: 'broken', ...start.broken };
}
