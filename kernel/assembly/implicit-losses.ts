/** What the sweeps of implicit ALS minimise, user by user. */
import { entryCount, factorsOf, firstEntry, items, Job, meet, Side, scratchOf, take, users } from './job';
import { multiply } from './matrix';
import { vectorAt } from './scratch';
import { computeGram } from './shared-gram';
import { dot } from './vector';

/**
 * Writes for each user w₀·xᵀYᵀYx + Σ (w·s² − 2·t·s), the objective without its penalties and its constant. Called by
 * every thread.
 */
export function implicitLosses(job: Job, thread: i32): void {
  computeGram(job, thread, items(job), 0);
  const side = users(job);
  const bytes = job.bytes;
  const product = vectorAt(scratchOf(job, thread), 0, bytes);
  for (;;) {
    const first = take(job, job.chunk);
    if (first >= side.rows) break;
    for (let row = first; row < min(first + job.chunk, side.rows); row++) {
      const x = factorsOf(side, row, bytes);
      multiply(job.gram, x, product, bytes);
      store<f64>(
        job.losses + ((<usize>row) << 3),
        <f64>dot(x, product, bytes) + entryLosses(job, side, row, x),
      );
    }
  }
  meet(job);
}

function entryLosses(job: Job, side: Side, row: i32, x: usize): f64 {
  const entry = firstEntry(side, row);
  let sum: f64 = 0;
  for (let j: i32 = 0; j < entryCount(side, row); j++) {
    const o = entry + ((<usize>j) << 2);
    const score = <f64>dot(x, items(job).factors + load<usize>(side.indices + o) * job.bytes, job.bytes);
    sum += <f64>load<f32>(side.weights + o) * score * score - 2 * <f64>load<f32>(side.targets + o) * score;
  }
  return sum;
}
