import type { LogJson } from '../../shared/documents/log-json.ts';
import type { Language } from '../../shared/documents/words.ts';
import type { SittingLogJson } from '../../shared/documents/sitting-record.ts';
import type {
  DocumentList,
  Invitation,
  JoinAnswer,
  JoinRequest,
  PanelListing,
  Problem,
  SittingListing,
} from '../../shared/wire/http.ts';

/** A refusal from the HTTP API, with a sentence for the reader in both languages. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.en);
    this.problem = problem;
  }
}

export const OFFLINE: Problem = {
  code: 'offline',
  zh: '连不上服务器，请检查网络后重试。',
  en: 'The server cannot be reached; check the network and try again.',
};

/** What came back, or the refusal in words. */
async function answered(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ApiProblem(OFFLINE);
  }
  if (!response.ok) throw new ApiProblem((await response.json()) as Problem);
  return response;
}

async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const response = await answered(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (response.status === 204 ? null : await response.json()) as T;
}

export const api = {
  /** Is this the secretary's device? */
  office: () => call<{ secretary: boolean }>('GET', '/api/office'),
  openOffice: (secret: string) => call<null>('POST', '/api/office/session', { secret }),
  panels: () => call<{ panels: PanelListing[] }>('GET', '/api/office/panels'),
  createPanel: (preset: string) =>
    call<{ panel: string }>('POST', '/api/office/panels', { preset }),
  /** Makes this secretary's device the secretary of a panel. */
  enterPanel: (panel: string) => call<null>('POST', `/api/office/panels/${panel}/session`),
  sittings: () => call<{ sittings: SittingListing[] }>('GET', '/api/office/sittings'),
  createSitting: (title: string, ranking: boolean) =>
    call<{ sitting: string }>('POST', '/api/office/sittings', { title, ranking }),
  enterSitting: (sitting: string) => call<null>('POST', `/api/office/sittings/${sitting}/session`),
  addProject: (sitting: string, preset: string) =>
    call<{ panel: string }>('POST', `/api/sittings/${sitting}/secretary/projects`, { preset }),
  sittingInvitations: (sitting: string) =>
    call<{ invitations: Invitation[] }>('GET', `/api/sittings/${sitting}/secretary/invitations`),
  /** For chair and secretary. */
  sittingLog: (sitting: string, seat: string) =>
    call<SittingLogJson>('GET', `/api/sittings/${sitting}/${seat}/log.json`),
  join: (request: JoinRequest) => call<JoinAnswer>('POST', '/api/join', request),
  invitations: (panel: string, seat: string) =>
    call<{ invitations: Invitation[] }>('GET', `/api/panels/${panel}/${seat}/invitations`),
  /** The documents that the seat may read. */
  documents: (panel: string, seat: string, language: Language) =>
    call<DocumentList>('GET', `/api/panels/${panel}/${seat}/documents?language=${language}`),
  /** One of them as a file ('sheet.pdf'), and the version of the panel that it shows. */
  document: async (
    panel: string,
    seat: string,
    file: string,
    language: Language,
    signal: AbortSignal,
  ) => {
    const path = `/api/panels/${panel}/${seat}/documents/${file}?language=${language}`;
    const response = await answered(path, { signal });
    const blob = await response.blob().catch(() => {
      throw new ApiProblem(OFFLINE);
    });
    return { blob, version: response.headers.get('etag') ?? '' };
  },
  /** After the reveal, for chair and secretary. */
  log: (panel: string, seat: string) =>
    call<LogJson>('GET', `/api/panels/${panel}/${seat}/log.json`),
};
