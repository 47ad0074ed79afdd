/**
 * Implicit ALS (Hu, Koren & Volinsky 2008): each row solves (w₀·YᵀY + λI + Σ w·yyᵀ)·x = Σ t·y, where the sums go over
 * its entries only. By Cholesky, or by a few steps of conjugate gradients (Takács, Pilászy & Tikk 2011) in whitened
 * coordinates.
 */
import { solve } from './cholesky';
import { addOuterProducts, PANEL_ROWS } from './gram';
import {
  entryCount,
  factorsOf,
  fail,
  firstEntry,
  GOES_ON,
  items,
  Job,
  meet,
  PROJECTION,
  penaltyOf,
  rowAt,
  Side,
  scratchOf,
  take,
  users,
} from './job';
import { projectItems } from './projection';
import { panelAt, systemAt, vectorAt, weightedPanelAt } from './scratch';
import { computeGram } from './shared-gram';
import { addScaled, allFinite } from './vector';
import { stepRows } from './whitened-steps';
import { whiten } from './whitening';

/** Steps after a projection: its factors are so small that the penalty decides, and one step solves that. */
const FIRST_STEPS: i32 = 1;

/** Runs the job's sweeps: items on users (or their projection, at first), then users on items. Called by every thread. */
export function implicitSweeps(job: Job, thread: i32): void {
  for (let sweep: i32 = 0; sweep < job.sweeps; sweep++) {
    const start = sweep === 0 ? job.start : GOES_ON;
    if (start === PROJECTION) projectItems(job);
    else solveSide(job, thread, items(job), users(job), start !== GOES_ON, job.steps);
    const steps = start === PROJECTION ? min(job.steps, FIRST_STEPS) : job.steps;
    solveSide(job, thread, users(job), items(job), start !== GOES_ON, steps);
  }
}

/** Solves all rows of a side; `fromZero` when what stands there is no answer of an earlier sweep. */
function solveSide(job: Job, thread: i32, side: Side, fixed: Side, fromZero: bool, steps: i32): void {
  computeGram(job, thread, fixed, side.commonPenalty);
  if (steps > 0) whiten(job, thread, fixed, side.penaltiesVary !== 0);
  const scratch = scratchOf(job, thread);
  for (;;) {
    const first = take(job, job.chunk);
    if (first >= side.rows) break;
    const end = min(first + job.chunk, side.rows);
    if (steps > 0) stepRows(job, side, first, end, scratch, fromZero, steps);
    for (let position = first; position < end; position++) {
      const row = rowAt(side, position);
      const x = factorsOf(side, row, job.bytes);
      if (entryCount(side, row) === 0) memory.fill(x, 0, job.bytes);
      else if (steps === 0) solveImplicitRow(job, side, row, fixed.factors, x, scratch);
      if (!allFinite(x, job.bytes)) fail(job, row);
    }
  }
  meet(job);
}

/** Solves one row exactly, against the fixed side's factors and job.gram, into `x`. */
export function solveImplicitRow(
  job: Job,
  side: Side,
  row: i32,
  fixed: usize,
  x: usize,
  scratch: usize,
): void {
  const bytes = job.bytes;
  const count = entryCount(side, row);
  const entry = firstEntry(side, row);
  const system = systemAt(scratch, bytes);
  const right = vectorAt(scratch, 0, bytes);
  const panel = panelAt(scratch, bytes);
  const weighted = weightedPanelAt(scratch, bytes);
  memory.copy(system, job.gram, (bytes >> 2) * bytes);
  memory.fill(right, 0, bytes);
  for (let from: i32 = 0; from < count; from += PANEL_ROWS) {
    const size = min(PANEL_ROWS, count - from);
    for (let j: i32 = 0; j < size; j++) {
      const o = entry + ((<usize>(from + j)) << 2);
      const source = fixed + load<usize>(side.indices + o) * bytes;
      const y = panel + <usize>j * bytes;
      const q = weighted + <usize>j * bytes;
      const weight = v128.load32_splat(side.weights + o);
      for (let k: usize = 0; k < bytes; k += 16) {
        const value = v128.load(source + k);
        v128.store(y + k, value);
        v128.store(q + k, f32x4.mul(value, weight));
      }
      addScaled(right, y, load<f32>(side.targets + o), bytes);
    }
    addOuterProducts(system, weighted, panel, size, bytes);
  }
  const extra = penaltyOf(side, row) - side.commonPenalty;
  for (let k: usize = 0; k < (<usize>job.unknowns) << 2; k += 4) {
    const diagonal = system + (k >> 2) * bytes + k;
    store<f32>(diagonal, load<f32>(diagonal) + extra);
  }
  solve(system, right, x, bytes);
}
