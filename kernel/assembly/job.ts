/**
 * What the host hands to every thread of a training run: a `Job` in the shared memory, whose fields the host writes
 * in this order (`kernel/job.ts`), and the two ways in which threads meet: rows handed out by an atomic counter, and
 * a barrier. Pointers are byte offsets into the shared memory.
 */

/** A run that starts from factors of both sides. */
export const GOES_ON: i32 = 0;
/** A new run: only the users' factors mean something, and only for the first solve of the items. */
export const FRESH: i32 = 1;
/** A new run whose first item factors are the users' projected through the entries, instead of a solve. */
export const PROJECTION: i32 = 2;

/** One side of the rating matrix: its factors, and what each row is regressed on. */
@unmanaged
export class Side {
  rows: i32;
  /** rows × bytes. */
  factors: usize;
  /** Where each row's entries begin; rows + 1 of them. */
  offsets: usize;
  /** Rows of the other side. */
  indices: usize;
  /** Weight of each entry's squared score beyond the weight that every pair has; unused by explicit models. */
  weights: usize;
  /** Weight times wanted value of each entry (implicit), or the rating (explicit). */
  targets: usize;
  /** Rows from the longest to the shortest, so that the last ones handed out are short. */
  order: usize;
  /** λ of each row. */
  penalties: usize;
  /** The smallest λ above zero: part of the matrix that all rows share. */
  commonPenalty: f32;
  /** 1 when some λ is another. */
  penaltiesVary: i32;
}

@unmanaged
export class Job {
  threads: i32;
  /** How often to look before sleeping at a barrier. */
  spins: i32;
  arrived: i32;
  generation: i32;
  next: i32;
  /** A row whose solution was not finite, plus one; 0 when there is none. */
  failedRow: i32;
  /** Unknowns of a row, its bias included, without padding. */
  unknowns: i32;
  /** Bytes of a row of factors. */
  bytes: usize;
  sweeps: i32;
  /** Rows handed out at a time. */
  chunk: i32;
  nonnegative: i32;
  /** Byte offset in a row where its bias stands; 0 for a model without biases. */
  biasAt: usize;
  /** What the targets of an explicit model are measured from. */
  mean: f32;
  /** Steps of conjugate gradients; 0 asks for Cholesky. */
  steps: i32;
  /** How the first sweep finds the item factors: `GOES_ON`, `FRESH` or `PROJECTION`. */
  start: i32;
  /** Weight of the squared score of every pair. */
  gramWeight: f32;
  users: usize;
  items: usize;
  scratch: usize;
  scratchBytes: usize;
  /** YᵀY with its weight and the common penalty, and the 16 parts it is summed from. */
  gram: usize;
  gramParts: usize;
  /** U with UᵀU = gram, its inverse, the inverse's transpose. */
  factor: usize;
  inverse: usize;
  whitening: usize;
  /** whitening · whiteningᵀ: a penalty beyond the common one, in whitened coordinates. */
  penaltyMatrix: usize;
  /** The fixed side's factors in whitened coordinates. */
  whitened: usize;
  /** One f64 for each user. */
  losses: usize;
  /** Gibbs: noise precision, seed, prior precision matrix, and precision · prior mean of each row. */
  precision: f32;
  seed: u32;
  priorPrecision: usize;
  priorTerms: usize;
  /** Which side a single half-sweep samples: 0 users, 1 items. */
  side: i32;
  /** What a half-sweep's noise is multiplied by: 1 draws, 0 gives the means of what is drawn from. */
  spread: f32;
}

export function users(job: Job): Side {
  return changetype<Side>(job.users);
}

export function items(job: Job): Side {
  return changetype<Side>(job.items);
}

export function jobBytes(): usize {
  return offsetof<Job>();
}

export function sideBytes(): usize {
  return offsetof<Side>();
}

/** Takes the next `count` rows of the present phase: the first one's number. */
export function take(job: Job, count: i32): i32 {
  return atomic.add<i32>(changetype<usize>(job) + offsetof<Job>('next'), count);
}

/** Waits until every thread is here; the last one to come sets the row counter back for the next phase. */
export function meet(job: Job): void {
  const base = changetype<usize>(job);
  const generation = base + offsetof<Job>('generation');
  const before = atomic.load<i32>(generation);
  if (atomic.add<i32>(base + offsetof<Job>('arrived'), 1) === job.threads - 1) {
    atomic.store<i32>(base + offsetof<Job>('arrived'), 0);
    atomic.store<i32>(base + offsetof<Job>('next'), 0);
    atomic.add<i32>(generation, 1);
    atomic.notify(generation, -1);
    return;
  }
  let spins = job.spins;
  while (atomic.load<i32>(generation) === before) {
    if (spins > 0) spins--;
    else atomic.wait<i32>(generation, before, -1);
  }
}

/** Notes a row whose solution is not finite. */
export function fail(job: Job, row: i32): void {
  atomic.store<i32>(changetype<usize>(job) + offsetof<Job>('failedRow'), row + 1);
}

/** The working memory of one thread. */
export function scratchOf(job: Job, thread: i32): usize {
  return job.scratch + <usize>thread * job.scratchBytes;
}

/** Row `position` in the order of work. */
export function rowAt(side: Side, position: i32): i32 {
  return load<i32>(side.order + ((<usize>position) << 2));
}

export function firstEntry(side: Side, row: i32): usize {
  return load<usize>(side.offsets + ((<usize>row) << 2)) << 2;
}

export function entryCount(side: Side, row: i32): i32 {
  const offset = side.offsets + ((<usize>row) << 2);
  return load<i32>(offset, 4) - load<i32>(offset);
}

export function penaltyOf(side: Side, row: i32): f32 {
  return load<f32>(side.penalties + ((<usize>row) << 2));
}

export function factorsOf(side: Side, row: i32, bytes: usize): usize {
  return side.factors + <usize>row * bytes;
}
