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
import { mulAdd } from './lanes';
import { multiply, multiplyUpper } from './matrix';
import { panelAt, systemAt, vectorAt, weightedPanelAt } from './scratch';
import { computeGram } from './shared-gram';
import { addTargetRows, addWeightedRows, weightedSquares } from './sparse-rows';
import { addScaled, allFinite, dot, negate, scaleAndAdd } from './vector';
import { whiten } from './whitening';

/** Below this squared residual a row is solved. */
const SOLVED: f32 = 1e-20;

/** Runs the job's sweeps: items on users (or their projection, at first), then users on items. Called by every thread. */
export function implicitSweeps(job: Job, thread: i32): void {
  for (let sweep: i32 = 0; sweep < job.sweeps; sweep++) {
    const start = sweep === 0 ? job.start : GOES_ON;
    if (start === PROJECTION) projectItems(job);
    else solveSide(job, thread, items(job), users(job), start !== GOES_ON);
    solveSide(job, thread, users(job), items(job), start !== GOES_ON);
  }
}

/** Solves all rows of a side; `fromZero` when what stands there is no answer of an earlier sweep. */
function solveSide(job: Job, thread: i32, side: Side, fixed: Side, fromZero: bool): void {
  computeGram(job, thread, fixed, side.commonPenalty);
  if (job.steps > 0) whiten(job, thread, fixed, side.penaltiesVary !== 0);
  const scratch = scratchOf(job, thread);
  for (;;) {
    const first = take(job, job.chunk);
    if (first >= side.rows) break;
    const end = min(first + job.chunk, side.rows);
    for (let position = first; position < end; position++) {
      const row = rowAt(side, position);
      const x = factorsOf(side, row, job.bytes);
      if (entryCount(side, row) === 0) memory.fill(x, 0, job.bytes);
      else if (job.steps > 0) stepTowards(job, side, row, x, scratch, fromZero);
      else solveImplicitRow(job, side, row, fixed.factors, x, scratch);
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

/** Takes job.steps steps of conjugate gradients from `x` or from zero, in whitened coordinates. */
function stepTowards(job: Job, side: Side, row: i32, x: usize, scratch: usize, fromZero: bool): void {
  const bytes = job.bytes;
  const count = entryCount(side, row);
  const entry = firstEntry(side, row);
  const indices = side.indices + entry;
  const weights = side.weights + entry;
  const targets = side.targets + entry;
  const extra = penaltyOf(side, row) - side.commonPenalty;
  const z = vectorAt(scratch, 0, bytes);
  const residual = vectorAt(scratch, 1, bytes);
  const direction = vectorAt(scratch, 2, bytes);
  const image = vectorAt(scratch, 3, bytes);
  const penalised = vectorAt(scratch, 4, bytes);
  const products = vectorAt(scratch, 5, bytes);
  if (fromZero) {
    memory.fill(z, 0, bytes);
    memory.fill(residual, 0, bytes);
    addTargetRows(indices, targets, count, job.whitened, residual, bytes);
  } else {
    multiplyUpper(job.factor, x, z, bytes);
    negate(residual, z, bytes);
    if (extra !== 0) addPenalty(job, z, residual, penalised, -extra);
    addWeightedRows(indices, weights, targets, count, job.whitened, z, residual, products, bytes, 1, -1);
  }
  memory.copy(direction, residual, bytes);
  let square = dot(residual, residual, bytes);
  for (let step: i32 = 1; step <= job.steps && square > SOLVED; step++) {
    if (step === job.steps) {
      let curvature = dot(direction, direction, bytes);
      if (extra !== 0) {
        multiply(job.penaltyMatrix, direction, penalised, bytes);
        curvature += extra * dot(direction, penalised, bytes);
      }
      curvature += weightedSquares(indices, weights, count, job.whitened, direction, products, bytes);
      addScaled(z, direction, square / curvature, bytes);
      break;
    }
    memory.copy(image, direction, bytes);
    if (extra !== 0) addPenalty(job, direction, image, penalised, extra);
    addWeightedRows(indices, weights, targets, count, job.whitened, direction, image, products, bytes, 0, 1);
    const length = square / dot(direction, image, bytes);
    addScaled(z, direction, length, bytes);
    addScaled(residual, image, -length, bytes);
    const next = dot(residual, residual, bytes);
    scaleAndAdd(direction, residual, next / square, bytes);
    square = next;
  }
  multiplyUpper(job.inverse, z, x, bytes);
}

/** out += scale · penaltyMatrix · p. */
function addPenalty(job: Job, p: usize, out: usize, product: usize, scale: f32): void {
  multiply(job.penaltyMatrix, p, product, job.bytes);
  addScaled(out, product, scale, job.bytes);
}

/**
 * Item factors from the users' by one pass of Aᵀ: with random user factors, already near the leading subspace (Halko,
 * Martinsson & Tropp 2011, "Finding structure with randomness"), and cheaper than a solve for factors that random.
 */
function projectItems(job: Job): void {
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
  for (let k: usize = 0; k < bytes; k += 16)
    v128.store(x + k, mulAdd(scale, v128.load(x + k), f32x4.splat(0)));
}

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
