/**
 * Explicit ALS: each row solves (Σ yyᵀ + λI)·x = Σ (r − mean − bias)·y (Zhou et al. 2008, "Large-scale parallel
 * collaborative filtering for the Netflix prize", with λ times the row's count), or the same over x ≥ 0. A bias is
 * one more unknown whose regressor is 1.
 */
import { solve } from './cholesky';
import { addOuterProducts, PANEL_ROWS } from './gram';
import {
  entryCount,
  factorsOf,
  fail,
  firstEntry,
  items,
  Job,
  meet,
  penaltyOf,
  rowAt,
  Side,
  scratchOf,
  take,
  users,
} from './job';
import { addDiagonal, mirrorUpper } from './matrix';
import { solveNonnegative } from './nnls';
import { blockAt, panelAt, systemAt, vectorAt } from './scratch';
import { addScaled, allFinite, dot } from './vector';

/** Runs the job's sweeps: items on users, then users on items. Called by every thread. */
export function explicitSweeps(job: Job, thread: i32): void {
  for (let sweep: i32 = 0; sweep < job.sweeps; sweep++) {
    solveSide(job, thread, items(job), users(job));
    solveSide(job, thread, users(job), items(job));
  }
}

function solveSide(job: Job, thread: i32, side: Side, fixed: Side): void {
  const scratch = scratchOf(job, thread);
  const bytes = job.bytes;
  for (;;) {
    const first = take(job, job.chunk);
    if (first >= side.rows) break;
    const end = min(first + job.chunk, side.rows);
    for (let position = first; position < end; position++) {
      const row = rowAt(side, position);
      const x = factorsOf(side, row, bytes);
      solveExplicitRow(job, side, row, fixed.factors, x, scratch);
      if (!allFinite(x, bytes)) fail(job, row);
    }
  }
  meet(job);
}

/** Solves one row against the fixed side's factors, into `x`; a row without entries is zero. */
export function solveExplicitRow(
  job: Job,
  side: Side,
  row: i32,
  fixed: usize,
  x: usize,
  scratch: usize,
): void {
  const bytes = job.bytes;
  const count = entryCount(side, row);
  if (count === 0) {
    memory.fill(x, 0, bytes);
    return;
  }
  const system = systemAt(scratch, bytes);
  const right = vectorAt(scratch, 0, bytes);
  memory.fill(system, 0, (bytes >> 2) * bytes);
  memory.fill(right, 0, bytes);
  const panel = panelAt(scratch, bytes);
  const entry = firstEntry(side, row);
  for (let from: i32 = 0; from < count; from += PANEL_ROWS) {
    const size = min(PANEL_ROWS, count - from);
    const at = entry + ((<usize>from) << 2);
    gather(job, panel, right, side.indices + at, side.targets + at, size, fixed);
    addOuterProducts(system, panel, panel, size, bytes);
  }
  addDiagonal(system, penaltyOf(side, row), job.unknowns, bytes);
  if (job.nonnegative === 0) {
    solve(system, right, x, bytes);
    return;
  }
  mirrorUpper(system, bytes);
  solveNonnegative(
    system,
    right,
    x,
    blockAt(scratch, bytes),
    vectorAt(scratch, 1, bytes),
    job.unknowns,
    bytes,
  );
}

/** Copies the rows that are regressed on into the panel, and adds their part of the right-hand side. */
function gather(
  job: Job,
  panel: usize,
  right: usize,
  indices: usize,
  targets: usize,
  count: i32,
  fixed: usize,
): void {
  const bytes = job.bytes;
  const biasAt = job.biasAt;
  for (let j: i32 = 0; j < count; j++) {
    const o = (<usize>j) << 2;
    const source = fixed + load<usize>(indices + o) * bytes;
    const y = panel + <usize>j * bytes;
    let target = load<f32>(targets + o) - job.mean;
    for (let k: usize = 0; k < bytes; k += 16) v128.store(y + k, v128.load(source + k));
    if (biasAt !== 0) {
      target -= load<f32>(source + biasAt);
      store<f32>(y + biasAt, 1);
    }
    addScaled(right, y, target, bytes);
  }
}

/** Writes each user's sum of squared errors. Called by every thread. */
export function explicitLosses(job: Job, _thread: i32): void {
  const side = users(job);
  const bytes = job.bytes;
  for (;;) {
    const first = take(job, job.chunk);
    if (first >= side.rows) break;
    for (let row = first; row < min(first + job.chunk, side.rows); row++) {
      store<f64>(job.losses + ((<usize>row) << 3), squaredErrors(job, side, row, items(job).factors, bytes));
    }
  }
  meet(job);
}

function squaredErrors(job: Job, side: Side, row: i32, fixed: usize, bytes: usize): f64 {
  const x = factorsOf(side, row, bytes);
  const entry = firstEntry(side, row);
  const biasAt = job.biasAt;
  let sum: f64 = 0;
  for (let j: i32 = 0; j < entryCount(side, row); j++) {
    const o = entry + ((<usize>j) << 2);
    const y = fixed + load<usize>(side.indices + o) * bytes;
    let predicted = job.mean + dot(x, y, bytes);
    if (biasAt !== 0) {
      const xBias = load<f32>(x + biasAt);
      const yBias = load<f32>(y + biasAt);
      predicted += xBias + yBias - xBias * yBias;
    }
    const error = <f64>(load<f32>(side.targets + o) - predicted);
    sum += error * error;
  }
  return sum;
}
