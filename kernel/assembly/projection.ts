/** The first item factors of a run, from random user factors, without solving for them. */
import { entryCount, factorsOf, firstEntry, items, Job, meet, Side, take, users } from './job';
import { addTargetRows } from './sparse-rows';

/**
 * Item factors from the users' by one pass of Aᵀ: with random user factors, already near the leading subspace (Halko,
 * Martinsson & Tropp 2011, "Finding structure with randomness"), and cheaper than a solve for factors that random.
 */
export function projectItems(job: Job): void {
  const side = items(job);
  for (;;) {
    const first = take(job, job.chunk);
    if (first >= side.rows) break;
    for (let row = first; row < min(first + job.chunk, side.rows); row++) projectRow(job, side, row);
  }
  meet(job);
}

function projectRow(job: Job, side: Side, row: i32): void {
  const bytes = job.bytes;
  const x = factorsOf(side, row, bytes);
  const entry = firstEntry(side, row);
  const count = entryCount(side, row);
  memory.fill(x, 0, bytes);
  addTargetRows(side.indices + entry, side.targets + entry, count, users(job).factors, x, bytes);
  const scale = f32x4.splat(<f32>(1 / sqrt<f64>(<f64>count + 10)));
  for (let k: usize = 0; k < bytes; k += 16) v128.store(x + k, f32x4.mul(scale, v128.load(x + k)));
}
