import type { Sheet } from '../../shared/import/sheet.ts';
import type { EvidenceFile } from '../../shared/panel/evidence.ts';
import type { Problem } from '../../shared/wire/http.ts';
import { ApiProblem, OFFLINE } from './api.ts';

/** A file under way. `fetch` can't tell how far an upload is; an XMLHttpRequest can. */
export interface Upload<Answer = EvidenceFile> {
  /** @throws ApiProblem; also when it was stopped. */
  kept: Promise<Answer>;
  stop: () => void;
}

/** Where the files of a panel lie for one seat. */
export const filesOf = (panel: string, seat: string): string =>
  `/api/panels/${panel}/${seat}/files`;

export function uploadFile(panel: string, file: File, progress: (sent: number) => void): Upload {
  const name = encodeURIComponent(file.name);
  return send(`${filesOf(panel, 'secretary')}?name=${name}`, file, progress);
}

/** The sheets of a table; the server keeps nothing. `owner`: `panels/<id>` or `sittings/<id>`. */
export function readTable(
  owner: string,
  file: File,
  progress: (sent: number) => void,
): Upload<Sheet[]> {
  const { kept, stop } = send<{ sheets: Sheet[] }>(
    `/api/${owner}/secretary/import`,
    file,
    progress,
  );
  return { kept: kept.then(({ sheets }) => sheets), stop };
}

function send<Answer>(path: string, file: File, progress: (sent: number) => void): Upload<Answer> {
  const request = new XMLHttpRequest();
  const kept = new Promise<Answer>((resolve, reject) => {
    const fail = (problem: Problem) => reject(new ApiProblem(problem));
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => progress(loaded);
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status >= 200 && request.status < 300) resolve(answer as Answer);
      else fail((answer as Problem | null) ?? OFFLINE);
    };
    request.onerror = request.onabort = () => fail(OFFLINE);
    request.send(file);
  });
  return { kept, stop: () => request.abort() };
}
