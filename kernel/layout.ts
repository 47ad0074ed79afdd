/** Where everything of a training run lies in the shared memory: a function of its shape, so that it can be estimated. */
import { JOB_BYTES, SIDE_BYTES } from './job.ts';
import { type Allocator, createAllocator, rowFloats } from './memory.ts';

/** Parts that the sum YᵀY is made of, as in `assembly/shared-gram.ts`. */
const GRAM_PARTS = 16;
/** Rows in each of a thread's two panels, and its vectors, as in `assembly/scratch.ts`. */
const PANEL_ROWS = 64;
const SCRATCH_VECTORS = 8;
/** Rows of an implicit model are padded to a multiple of this many entries. */
export const ENTRY_LANES = 4;

export interface TrainingShape {
  kind: 'explicit' | 'implicit' | 'gibbs';
  users: number;
  items: number;
  entries: number;
  /** Unknowns of a row: its factors, and one more for a bias. */
  unknowns: number;
  threads: number;
}

/** Byte offsets of one side's arrays. */
export interface SideLayout {
  at: number;
  factors: number;
  offsets: number;
  indices: number;
  weights: number;
  targets: number;
  order: number;
  penalties: number;
}

export interface TrainingLayout {
  job: number;
  users: SideLayout;
  items: SideLayout;
  scratch: number;
  scratchBytes: number;
  gram: number;
  gramParts: number;
  factor: number;
  inverse: number;
  whitening: number;
  penaltyMatrix: number;
  whitened: number;
  losses: number;
  priorPrecision: number;
  priorTerms: number;
  /** The first byte after all of them. */
  end: number;
}

/** Lays a run out from `start` on. What its kind has no use for takes no room. */
export function layoutTraining(shape: TrainingShape, start: number): TrainingLayout {
  const allocator = createAllocator(start);
  const { kind, users, items, threads } = shape;
  const bytes = rowFloats(shape.unknowns) * 4;
  const matrix = rowFloats(shape.unknowns) * bytes;
  const implicit = (size: number): number => allocator.reserve(kind === 'implicit' ? size : 0);
  const gibbs = (size: number): number => allocator.reserve(kind === 'gibbs' ? size : 0);
  const scratchBytes = createAllocator(0);
  scratchBytes.reserve(SCRATCH_VECTORS * bytes + 2 * matrix + 2 * PANEL_ROWS * bytes);
  return {
    job: allocator.reserve(JOB_BYTES),
    users: layoutSide(shape, users, bytes, allocator),
    items: layoutSide(shape, items, bytes, allocator),
    scratch: allocator.reserve(threads * scratchBytes.used),
    scratchBytes: scratchBytes.used,
    gram: implicit(matrix),
    gramParts: implicit(GRAM_PARTS * matrix),
    factor: implicit(matrix),
    inverse: implicit(matrix),
    whitening: implicit(matrix),
    penaltyMatrix: implicit(matrix),
    whitened: implicit(Math.max(users, items) * bytes),
    losses: allocator.reserve(users * 8),
    priorPrecision: gibbs(matrix),
    priorTerms: gibbs(Math.max(users, items) * bytes),
    end: allocator.used,
  };
}

function layoutSide(shape: TrainingShape, rows: number, bytes: number, allocator: Allocator): SideLayout {
  const padding = shape.kind === 'implicit' ? (ENTRY_LANES - 1) * Math.min(rows, shape.entries) : 0;
  const entryBytes = (shape.entries + padding) * 4;
  return {
    at: allocator.reserve(SIDE_BYTES),
    factors: allocator.reserve(rows * bytes),
    offsets: allocator.reserve((rows + 1) * 4),
    indices: allocator.reserve(entryBytes),
    weights: allocator.reserve(shape.kind === 'implicit' ? entryBytes : 0),
    targets: allocator.reserve(entryBytes),
    order: allocator.reserve(rows * 4),
    penalties: allocator.reserve(rows * 4),
  };
}

/** Bytes of shared memory that a run of this shape takes, before anything is started. */
export function estimateMemory(shape: TrainingShape): number {
  return layoutTraining(shape, 0).end;
}
