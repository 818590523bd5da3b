import type { DocumentFormat } from '../documents/formats.ts';
import type { Phase, Role, SeatId } from '../panel/terms.ts';

/** A panel in the office's list, newest first. */
export interface PanelListing {
  panel: string;
  name: string;
  phase: Phase;
  createdAt: string;
  experts: number;
  handedIn: number;
}

/** A sitting in the office's list, newest first. */
export interface SittingListing {
  sitting: string;
  title: string;
  createdAt: string;
  /** In the order of the agenda. */
  projects: { name: string; phase: Phase }[];
}

/** How one seat gets in. The link's secret is in its fragment, so no server log ever holds it. */
export interface Invitation {
  seat: SeatId;
  role: Role;
  name: string;
  link: string;
  /** Eight characters, shown as XXXX-XXXX. */
  code: string;
  joined: boolean;
}

/** By code (any case, spaces, O for 0, I or L for 1), or by a link's parts. */
export type JoinRequest =
  | { code: string }
  | { panel: string; seat: SeatId; secret: string }
  | { sitting: string; seat: SeatId; secret: string };

/** A seat of a panel of its own, or of a sitting and so of each of its projects. */
export type JoinAnswer = ({ panel: string } | { sitting: string }) & {
  seat: SeatId;
  role: Role;
  /** Only when asked for with `?token=1`, for programs that hold no cookies. */
  token?: string;
};

/** A document that a seat may read, in the language that was asked for. */
export interface DocumentListing {
  id: string;
  /** Short, as on its tab. */
  name: string;
  title: string;
  /** The name of its file without the extension. */
  file: string;
  formats: DocumentFormat[];
}

/** The documents of a seat in printing order, as of one version of the panel. */
export interface DocumentList {
  /** Each file's ETag names the version that it shows: files of one pack have the same. */
  version: string;
  documents: DocumentListing[];
}

export interface Problem {
  code: string;
  zh: string;
  en: string;
  /** Seconds, with `too-many-tries` and `writer-busy`. */
  retryAfter?: number;
}
