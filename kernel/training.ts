/**
 * A training run on a pool: lay the memory out, write the data, sweep, read the factors. Between two sweeps the
 * threads rest: that is when progress is told, a checkpoint can be taken, and a cancelled run ends.
 */
import { KernelError } from './errors.ts';
import { type Factors, readRows, writeRows } from './factors.ts';
import { idleJob } from './idle-job.ts';
import { type JobFields, jobField, START, setJobField, writeJob, writeSide } from './job.ts';
import { layoutTraining, type SideLayout, type TrainingLayout, type TrainingShape } from './layout.ts';
import { growTo } from './memory.ts';
import { checkPenalties, type Penalties, penaltySum } from './penalties.ts';
import type { KernelPool } from './pool.ts';
import { type EntryValues, writeSides } from './sides.ts';
import { checkPattern, checkValues, type SparsePattern } from './sparse-matrix.ts';

/** What a caller may ask of any run. */
export interface TrainingControl {
  /** Ends the run between two sweeps; it then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called after every sweep, while the threads wait for it to finish. */
  onSweep?: (progress: SweepProgress) => void | Promise<void>;
}

export interface SweepProgress {
  /** Sweeps done, of `iterations`. */
  sweep: number;
  iterations: number;
  /**
   * A copy of the present factors. A run that starts from them and does the sweeps left gives the same bits as one
   * that was never interrupted.
   */
  factors(): Factors;
  /** What the sweeps minimise, penalties included; computed when asked for. */
  objective(): Promise<number>;
}

/**
 * Where a run starts. A sweep solves for the items first, so a new run needs user factors only; a run that goes on
 * needs both, since solvers start from the last answer.
 */
export interface InitialFactors {
  users: Float32Array;
  items?: Float32Array;
}

export interface PreparedRun {
  readonly shape: TrainingShape;
  readonly layout: TrainingLayout;
}

export interface RunInputs {
  pattern: SparsePattern;
  values: EntryValues;
  penalties: Penalties;
  initial: InitialFactors;
  /** What differs from a job of zeros. */
  fields: Partial<JobFields>;
}

/** Throws `BAD_INPUT` when the inputs of a run do not fit its shape. */
function checkInputs({ pattern, values, penalties, initial }: RunInputs, shape: TrainingShape): void {
  const { unknowns, users, items } = shape;
  if (!Number.isInteger(unknowns) || unknowns < 1)
    throw new KernelError('BAD_INPUT', `a rank of ${unknowns}`);
  checkPattern(pattern);
  checkValues('targets', values.targets, shape.entries);
  if (values.weights !== undefined) checkValues('weights', values.weights, shape.entries);
  checkPenalties(penalties, users, items);
  checkValues('initial user factors', initial.users, users * unknowns);
  if (initial.items !== undefined) checkValues('initial item factors', initial.items, items * unknowns);
}

/** Checks the inputs, grows the pool's memory and writes everything into it. Throws `BAD_INPUT` or `MEMORY`. */
export function prepareRun(pool: KernelPool, shape: TrainingShape, inputs: RunInputs): PreparedRun {
  checkInputs(inputs, shape);
  const layout = layoutTraining(shape, pool.start);
  growTo(pool.memory, layout.end);
  const { buffer } = pool.memory;
  const { unknowns } = shape;
  const { initial, penalties } = inputs;
  writeSides(buffer, inputs.pattern, inputs.values, layout.users, layout.items);
  prepareSide(buffer, layout.users, shape.users, penalties.users);
  prepareSide(buffer, layout.items, shape.items, penalties.items);
  writeRows(buffer, layout.users.factors, initial.users, unknowns);
  writeRows(
    buffer,
    layout.items.factors,
    initial.items ?? new Float32Array(shape.items * unknowns),
    unknowns,
  );
  writeJob(buffer, layout.job, { ...idleJob(layout, unknowns, pool.threads), ...inputs.fields });
  return { shape, layout };
}

function prepareSide(
  buffer: SharedArrayBuffer,
  side: SideLayout,
  rows: number,
  penalties: Float32Array,
): void {
  new Float32Array(buffer, side.penalties, rows).set(penalties);
  const positive = penalties.filter((penalty) => penalty > 0);
  const common = positive.reduce((a, b) => Math.min(a, b), positive[0] ?? 0);
  const penaltiesVary = penalties.some((penalty) => penalty !== common) ? 1 : 0;
  writeSide(buffer, side.at, { ...side, rows, commonPenalty: common, penaltiesVary });
}

/** Runs the sweeps, telling of each where the caller listens, and returns the factors. */
export async function sweep(
  pool: KernelPool,
  run: PreparedRun,
  functions: { sweeps: string; losses: string },
  iterations: number,
  control: TrainingControl,
): Promise<Factors> {
  const { job } = run.layout;
  const { buffer } = pool.memory;
  const { signal, onSweep } = control;
  const step = onSweep === undefined && signal === undefined ? iterations : 1;
  for (let done = 0; done < iterations; done += step) {
    signal?.throwIfAborted();
    setJobField(buffer, job, 'sweeps', step);
    await runJob(pool, run, functions.sweeps);
    setJobField(buffer, job, 'start', START.goesOn);
    await onSweep?.({
      sweep: done + step,
      iterations,
      factors: () => readFactors(pool, run),
      objective: () => objective(pool, run, functions.losses),
    });
  }
  return readFactors(pool, run);
}

/** Calls a function on all threads. Throws `NOT_FINITE` when a row's solution is not finite. */
export async function runJob(pool: KernelPool, { layout, shape }: PreparedRun, name: string): Promise<void> {
  await pool.run(name, layout.job);
  const failed = jobField(pool.memory.buffer, layout.job, 'failedRow');
  if (failed === 0) return;
  const message = `a row's factors are not finite (row ${failed - 1} of ${shape.users} users or ${shape.items} items)`;
  throw new KernelError('NOT_FINITE', `${message}: a larger regularization keeps the system solvable`);
}

export function readFactors(pool: KernelPool, { layout, shape }: PreparedRun): Factors {
  const { buffer } = pool.memory;
  return {
    users: readRows(buffer, layout.users.factors, shape.users, shape.unknowns),
    items: readRows(buffer, layout.items.factors, shape.items, shape.unknowns),
  };
}

async function objective(pool: KernelPool, run: PreparedRun, losses: string): Promise<number> {
  await runJob(pool, run, losses);
  const { buffer } = pool.memory;
  const { layout, shape } = run;
  const sum = new Float64Array(buffer, layout.losses, shape.users).reduce((a, b) => a + b, 0);
  const factors = readFactors(pool, run);
  const users = new Float32Array(buffer, layout.users.penalties, shape.users);
  const items = new Float32Array(buffer, layout.items.penalties, shape.items);
  return sum + penaltySum(factors.users, users) + penaltySum(factors.items, items);
}
