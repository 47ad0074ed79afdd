/**
 * Conjugate gradients for a row of implicit ALS in whitened coordinates (Takács, Pilászy & Tikk 2011, "Applications of the
 * conjugate gradient method for implicit feedback collaborative filtering"; the preconditioner is the shared part).
 */
import { entryCount, factorsOf, firstEntry, Job, penaltyOf, rowAt, Side } from './job';
import { multiply, multiplyUpper } from './matrix';
import { panelAt, vectorAt, weightedPanelAt } from './scratch';
import { addTargetRows, addWeightedRows, weightedSquares } from './sparse-rows';
import { addScaled, dot, negate, scaleAndAdd } from './vector';

/** Below this squared residual a row is solved. */
const SOLVED: f32 = 1e-20;

/**
 * Takes some steps of conjugate gradients for the rows at these places in the order of work, at most `PANEL_ROWS` of them,
 * from their present factors or from zero. A row without entries is zero.
 */
export function stepRows(
  job: Job,
  side: Side,
  first: i32,
  end: i32,
  scratch: usize,
  fromZero: bool,
  steps: i32,
): void {
  const bytes = job.bytes;
  const x = panelAt(scratch, bytes);
  const z = weightedPanelAt(scratch, bytes);
  if (!fromZero) {
    for (let place = first; place < end; place++) {
      memory.copy(x + <usize>(place - first) * bytes, factorsOf(side, rowAt(side, place), bytes), bytes);
    }
    multiplyUpper(job.factor, x, z, end - first, bytes);
  }
  for (let place = first; place < end; place++) {
    stepTowards(job, side, rowAt(side, place), z + <usize>(place - first) * bytes, scratch, fromZero, steps);
  }
  multiplyUpper(job.inverse, z, x, end - first, bytes);
  for (let place = first; place < end; place++) {
    const row = rowAt(side, place);
    const to = factorsOf(side, row, bytes);
    if (entryCount(side, row) === 0) memory.fill(to, 0, bytes);
    else memory.copy(to, x + <usize>(place - first) * bytes, bytes);
  }
}

/** Takes some steps of conjugate gradients from `z` or from zero; both are in whitened coordinates. */
function stepTowards(
  job: Job,
  side: Side,
  row: i32,
  z: usize,
  scratch: usize,
  fromZero: bool,
  steps: i32,
): void {
  const bytes = job.bytes;
  const count = entryCount(side, row);
  const entry = firstEntry(side, row);
  const indices = side.indices + entry;
  const weights = side.weights + entry;
  const targets = side.targets + entry;
  const extra = penaltyOf(side, row) - side.commonPenalty;
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
    negate(residual, z, bytes);
    if (extra !== 0) addPenalty(job, z, residual, penalised, -extra);
    addWeightedRows(indices, weights, targets, count, job.whitened, z, residual, products, bytes, 1, -1);
  }
  memory.copy(direction, residual, bytes);
  let square = dot(residual, residual, bytes);
  for (let step: i32 = 1; step <= steps && square > SOLVED; step++) {
    if (step === steps) {
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
}

/** out += scale · penaltyMatrix · p. */
function addPenalty(job: Job, p: usize, out: usize, product: usize, scale: f32): void {
  multiply(job.penaltyMatrix, p, product, job.bytes);
  addScaled(out, product, scale, job.bytes);
}
