/**
 * Solves single persons against trained item factors, on the calling thread: somebody new, or with a history that has
 * changed. The exact solution of the same normal equations that training solves.
 */
import { KernelError } from './errors.ts';
import { readRows, writeRows } from './factors.ts';
import { idleJob } from './idle-job.ts';
import { type JobFields, writeJob, writeSide } from './job.ts';
import { ENTRY_LANES, layoutTraining } from './layout.ts';
import { createMemory, firstFreeByte, growTo } from './memory.ts';
import { instantiate } from './module.ts';
import { checkValues } from './sparse-matrix.ts';

interface ItemFactors {
  /** Item factors, rows of `rank` values, and one more, the bias, with biases. */
  factors: Float32Array;
  rank: number;
}

export interface ExplicitFoldInOptions extends ItemFactors {
  kind: 'explicit';
  nonnegative?: boolean;
  biases?: boolean;
  mean?: number;
}

export interface ImplicitFoldInOptions extends ItemFactors {
  kind: 'implicit';
  /** w₀, the weight of a squared score that every pair has. */
  gramWeight: number;
}

/** A person's entries: items, and what training has for them. */
export interface History {
  items: Int32Array;
  /** Ratings (explicit) or t (implicit). */
  targets: Float32Array;
  /** w (implicit only). */
  weights?: Float32Array;
  /** λ of this person. */
  penalty: number;
}

/** Solves for one person: a row of factors (and bias); zero for an empty history. Throws `KernelError`. */
export type FoldIn = (history: History) => Float32Array;

/** Prepares the item factors (a copy of its own, and for implicit models their YᵀY) for many solves. */
export function createFoldIn(options: ExplicitFoldInOptions | ImplicitFoldInOptions): FoldIn {
  const { kind, factors, rank } = options;
  const biases = kind === 'explicit' && options.biases === true;
  const unknowns = rank + (biases ? 1 : 0);
  const items = factors.length / unknowns;
  if (!Number.isInteger(items))
    throw new KernelError('BAD_INPUT', `item factors are not rows of ${unknowns}`);
  checkValues('item factors', factors, factors.length);
  const memory = createMemory();
  const layout = layoutTraining(
    { kind, users: 1, items, entries: 0, unknowns, threads: 1 },
    firstFreeByte(memory),
  );
  growTo(memory, layout.end);
  const { exported } = instantiate(memory);
  const solve = exported(kind === 'explicit' ? 'foldInExplicit' : 'foldInImplicit');
  writeRows(memory.buffer, layout.items.factors, factors, unknowns);
  const side = { ...layout.items, rows: items, commonPenalty: 0, penaltiesVary: 0 };
  writeSide(memory.buffer, layout.items.at, side);
  writeJob(memory.buffer, layout.job, { ...idleJob(layout, unknowns, 1), ...fieldsOf(options) });
  if (kind === 'implicit') exported('computeSideGram')(layout.job);

  return ({ items: columns, targets, weights, penalty }) => {
    const length = columns.length;
    checkHistory(columns, items);
    checkValues('targets', targets, length);
    if (kind === 'implicit') checkValues('weights', weights ?? new Float32Array(0), length);
    const padded = Math.ceil(length / ENTRY_LANES) * ENTRY_LANES;
    const indices = layout.end;
    growTo(memory, indices + 3 * padded * 4);
    const { buffer } = memory;
    const targetsAt = indices + padded * 4;
    const weightsAt = targetsAt + padded * 4;
    new Int32Array(buffer, indices, length).set(columns);
    new Float32Array(buffer, targetsAt, length).set(targets);
    if (weights !== undefined) new Float32Array(buffer, weightsAt, length).set(weights);
    new Uint32Array(buffer, layout.users.offsets, 2).set([0, length]);
    new Float32Array(buffer, layout.users.penalties, 1)[0] = penalty;
    const places = { ...layout.users, indices, targets: targetsAt, weights: weightsAt };
    writeSide(buffer, layout.users.at, { ...places, rows: 1, commonPenalty: 0, penaltiesVary: 1 });
    solve(layout.job);
    const person = readRows(buffer, layout.users.factors, 1, unknowns);
    if (!person.every(Number.isFinite)) {
      throw new KernelError(
        'NOT_FINITE',
        'the factors of a person are not finite: a larger penalty keeps them so',
      );
    }
    return person;
  };
}

function fieldsOf(options: ExplicitFoldInOptions | ImplicitFoldInOptions): Partial<JobFields> {
  if (options.kind === 'implicit') return { gramWeight: options.gramWeight };
  const { rank, biases = false, nonnegative = false, mean = 0 } = options;
  return { biasAt: biases ? rank * 4 : 0, nonnegative: nonnegative ? 1 : 0, mean };
}

function checkHistory(columns: Int32Array, items: number): void {
  for (const column of columns) {
    if (column < 0 || column >= items) throw new KernelError('BAD_INPUT', `item ${column} of ${items}`);
  }
}
