/** Rows that could not be read: all are counted and handed on, some are kept, none vanishes. */

export interface RejectedRow {
  /** The file's name within the data set. */
  file: string;
  /** From 1. */
  line: number;
  reason: string;
  /** The row as it stands, bytes that are not UTF-8 replaced. */
  text: string;
}

export interface RejectionReport {
  /** All of them. */
  readonly count: number;
  /** The first ones, `MAX_KEPT_REJECTIONS` at most. */
  readonly rows: readonly RejectedRow[];
}

/** Takes every rejected row as it is found, for instance to write it to a file. */
export type RejectionSink = (row: RejectedRow) => void;

export interface RejectionLog extends RejectionReport {
  add(row: RejectedRow): void;
}

/** How many rejected rows a report keeps in memory. */
export const MAX_KEPT_REJECTIONS = 100;

/** Starts an empty log that passes each row on to `sink`. */
export function createRejectionLog(sink?: RejectionSink): RejectionLog {
  const rows: RejectedRow[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    rows,
    add(row) {
      count += 1;
      if (rows.length < MAX_KEPT_REJECTIONS) rows.push(row);
      sink?.(row);
    },
  };
}

export const NO_REJECTIONS: RejectionReport = { count: 0, rows: [] };
