import type { EvidenceFile } from '../../shared/panel/evidence.ts';
import type { Problem } from '../../shared/wire/http.ts';
import { ApiProblem, OFFLINE } from './api.ts';

/** A file under way. `fetch` can't tell how far an upload is; an XMLHttpRequest can. */
export interface Upload {
  /** @throws ApiProblem; also when it was stopped. */
  kept: Promise<EvidenceFile>;
  stop: () => void;
}

/** Where the files of a panel lie for one seat. */
export const filesOf = (panel: string, seat: string): string =>
  `/api/panels/${panel}/${seat}/files`;

export function uploadFile(panel: string, file: File, progress: (sent: number) => void): Upload {
  const request = new XMLHttpRequest();
  const kept = new Promise<EvidenceFile>((resolve, reject) => {
    const fail = (problem: Problem) => reject(new ApiProblem(problem));
    request.open('POST', `${filesOf(panel, 'secretary')}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => progress(loaded);
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 201) resolve(answer as EvidenceFile);
      else fail((answer as Problem | null) ?? OFFLINE);
    };
    request.onerror = request.onabort = () => fail(OFFLINE);
    request.send(file);
  });
  return { kept, stop: () => request.abort() };
}
