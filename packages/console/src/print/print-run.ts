/**
 * A print run cut into files. One file holds a limited number of labels; each file but the last ends with a full page, so that no
 * labels of a sheet are lost between two files, and only the first begins on a sheet that was used in part.
 */
export interface PrintFile {
  /** Positions, counted from 1, both printed. */
  readonly from: number;
  readonly to: number;
  readonly startAt: number;
}

interface Run {
  readonly from: number;
  readonly to: number;
  /** First free label of the first page. */
  readonly startAt: number;
  readonly perPage: number;
  readonly labelsMax: number;
}

/** The files of a run, in order; none where there is nothing to print. */
export function filesOf({ from, to, startAt, perPage, labelsMax }: Run): PrintFile[] {
  const files: PrintFile[] = [];
  const full = Math.floor(labelsMax / perPage) * perPage;
  let next = from;
  let start = startAt;
  while (next <= to) {
    const last = Math.min(to, next + full - (start - 1) - 1);
    files.push({ from: next, to: last, startAt: start });
    next = last + 1;
    start = 1;
  }
  return files;
}

/** Pages that a run needs. */
export const pagesOf = ({ from, to, startAt, perPage }: Omit<Run, 'labelsMax'>): number =>
  Math.ceil((to - from + 1 + startAt - 1) / perPage);
