/** Solves single rows of side `users` against the item factors in memory: a person new or changed, without training. */
import { solveExplicitRow } from './explicit';
import { solveImplicitRow } from './implicit';
import { factorsOf, items, Job, scratchOf, users } from './job';
import { computeGram } from './shared-gram';

/** The exact explicit solution of the job's first user. */
export function foldInExplicit(job: Job): void {
  const side = users(job);
  solveExplicitRow(job, side, 0, items(job).factors, factorsOf(side, 0, job.bytes), scratchOf(job, 0));
}

/** The exact implicit solution of the job's first user; job.gram holds the items' (`computeSideGram`). */
export function foldInImplicit(job: Job): void {
  const side = users(job);
  solveImplicitRow(job, side, 0, items(job).factors, factorsOf(side, 0, job.bytes), scratchOf(job, 0));
}

/** job.gram of the items, without a penalty, by a single thread. */
export function computeSideGram(job: Job): void {
  computeGram(job, 0, items(job), 0);
}
