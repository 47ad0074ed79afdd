/** The structures that the host writes for the threads: the same fields, in the same order, as `assembly/job.ts`. */
const SIDE_FIELDS = [
  'rows',
  'factors',
  'offsets',
  'indices',
  'weights',
  'targets',
  'order',
  'penalties',
  'commonPenalty',
  'penaltiesVary',
] as const;
export type SideFields = Record<(typeof SIDE_FIELDS)[number], number>;
export const SIDE_BYTES = SIDE_FIELDS.length * 4;

const JOB_FIELDS = [
  'threads',
  'spins',
  'arrived',
  'generation',
  'next',
  'failedRow',
  'unknowns',
  'bytes',
  'sweeps',
  'chunk',
  'nonnegative',
  'biasAt',
  'mean',
  'steps',
  'start',
  'gramWeight',
  'users',
  'items',
  'scratch',
  'scratchBytes',
  'gram',
  'gramParts',
  'factor',
  'inverse',
  'whitening',
  'penaltyMatrix',
  'whitened',
  'losses',
  'precision',
  'seed',
  'priorPrecision',
  'priorTerms',
  'side',
  'spread',
] as const;
export type JobFields = Record<(typeof JOB_FIELDS)[number], number>;
export const JOB_BYTES = JOB_FIELDS.length * 4;

/** How a run starts: values of the field `start`, as in `assembly/job.ts`. */
export const START = { goesOn: 0, fresh: 1, projection: 2 } as const;

const FLOAT_FIELDS: ReadonlySet<string> = new Set([
  'commonPenalty',
  'mean',
  'gramWeight',
  'precision',
  'spread',
]);

export function writeSide(buffer: SharedArrayBuffer, at: number, side: SideFields): void {
  for (const [place, name] of SIDE_FIELDS.entries()) writeField(buffer, at + place * 4, name, side[name]);
}

export function writeJob(buffer: SharedArrayBuffer, at: number, job: JobFields): void {
  for (const [place, name] of JOB_FIELDS.entries()) writeField(buffer, at + place * 4, name, job[name]);
}

/** Changes one field of a job that no thread is working on. */
export function setJobField(
  buffer: SharedArrayBuffer,
  at: number,
  name: keyof JobFields,
  value: number,
): void {
  writeField(buffer, at + JOB_FIELDS.indexOf(name) * 4, name, value);
}

/** Reads an integer field of a job. */
export function jobField(buffer: SharedArrayBuffer, at: number, name: keyof JobFields): number {
  return new DataView(buffer).getInt32(at + JOB_FIELDS.indexOf(name) * 4, true);
}

function writeField(buffer: SharedArrayBuffer, at: number, name: string, value: number): void {
  const view = new DataView(buffer, at, 4);
  if (FLOAT_FIELDS.has(name)) view.setFloat32(0, value, true);
  else view.setUint32(0, value, true);
}
