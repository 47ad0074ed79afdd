/**
 * One half-sweep of Gibbs sampling for Bayesian matrix factorisation (Salakhutdinov & Mnih 2008): each row is drawn
 * from N(A⁻¹h, A⁻¹) with A = Λ + α·Σ zzᵀ and h = Λμ + α·Σ z·(r − mean − bias), the normal equations of ALS. A row's
 * noise depends on its seed only, never on the thread that draws it.
 */
import { backward, factorAndForward } from './cholesky';
import { addOuterProducts, PANEL_ROWS } from './gram';
import {
  entryCount,
  factorsOf,
  fail,
  firstEntry,
  items,
  Job,
  meet,
  rowAt,
  Side,
  scratchOf,
  take,
  users,
} from './job';
import { panelAt, systemAt, vectorAt, weightedPanelAt } from './scratch';
import { addScaled, allFinite } from './vector';

/** Draws all rows of job.side anew. Called by every thread. */
export function gibbsHalfSweep(job: Job, thread: i32): void {
  const side = job.side === 0 ? users(job) : items(job);
  const fixed = job.side === 0 ? items(job) : users(job);
  const scratch = scratchOf(job, thread);
  for (;;) {
    const first = take(job, job.chunk);
    if (first >= side.rows) break;
    for (let position = first; position < min(first + job.chunk, side.rows); position++) {
      const row = rowAt(side, position);
      sampleRow(job, side, row, fixed.factors, scratch);
      if (!allFinite(factorsOf(side, row, job.bytes), job.bytes)) fail(job, row);
    }
  }
  meet(job);
}

function sampleRow(job: Job, side: Side, row: i32, fixed: usize, scratch: usize): void {
  const bytes = job.bytes;
  const system = systemAt(scratch, bytes);
  const right = vectorAt(scratch, 0, bytes);
  const panel = panelAt(scratch, bytes);
  const weighted = weightedPanelAt(scratch, bytes);
  memory.copy(system, job.priorPrecision, (bytes >> 2) * bytes);
  memory.copy(right, job.priorTerms + <usize>row * bytes, bytes);
  const count = entryCount(side, row);
  const entry = firstEntry(side, row);
  for (let from: i32 = 0; from < count; from += PANEL_ROWS) {
    const size = min(PANEL_ROWS, count - from);
    const at = entry + ((<usize>from) << 2);
    gather(job, panel, weighted, right, side.indices + at, side.targets + at, size, fixed);
    addOuterProducts(system, weighted, panel, size, bytes);
  }
  factorAndForward(system, right, bytes);
  addNoise(right, job.unknowns, job.spread, mix(job.seed + mix(<u32>row)));
  memory.fill(right + ((<usize>job.unknowns) << 2), 0, bytes - ((<usize>job.unknowns) << 2));
  backward(system, right, factorsOf(side, row, bytes), bytes);
}

/** The regressors of some entries, with 1 where the fixed side's bias stands, and their part of the right-hand side. */
function gather(
  job: Job,
  panel: usize,
  weighted: usize,
  right: usize,
  indices: usize,
  targets: usize,
  count: i32,
  fixed: usize,
): void {
  const bytes = job.bytes;
  const biasAt = job.biasAt;
  const precision = f32x4.splat(job.precision);
  for (let j: i32 = 0; j < count; j++) {
    const o = (<usize>j) << 2;
    const source = fixed + load<usize>(indices + o) * bytes;
    const z = panel + <usize>j * bytes;
    const q = weighted + <usize>j * bytes;
    memory.copy(z, source, bytes);
    store<f32>(z + biasAt, 1);
    for (let k: usize = 0; k < bytes; k += 16) v128.store(q + k, f32x4.mul(precision, v128.load(z + k)));
    addScaled(right, q, load<f32>(targets + o) - job.mean - load<f32>(source + biasAt), bytes);
  }
}

/** Adds normal noise of this spread, two values at a time (Box & Muller 1958). */
function addNoise(values: usize, count: i32, spread: f64, seed: u32): void {
  for (let k: i32 = 0; k < count; k += 2) {
    const u = (<f64>mix(seed + <u32>k * 0x9e3779b9) + 0.5) / 4294967296.0;
    const angle = (<f64>mix((seed ^ 0x5bd1e995) + <u32>k * 0x85ebca6b) / 4294967296.0) * 2 * Math.PI;
    const radius = spread * Math.sqrt(-2 * Math.log(u));
    const at = values + ((<usize>k) << 2);
    store<f32>(at, load<f32>(at) + <f32>(radius * Math.cos(angle)));
    if (k + 1 < count) store<f32>(at, load<f32>(at, 4) + <f32>(radius * Math.sin(angle)), 4);
  }
}

/** A bijection of 32 bits that scatters them (Wellons, "lowbias32"). */
function mix(value: u32): u32 {
  let x = value;
  x ^= x >> 16;
  x *= 0x7feb352d;
  x ^= x >> 15;
  x *= 0x846ca68b;
  x ^= x >> 16;
  return x;
}
