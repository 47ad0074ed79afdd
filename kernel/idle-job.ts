/** The job that a run starts from. */
import { availableParallelism } from 'node:os';
import { type JobFields, START } from './job.ts';
import type { TrainingLayout } from './layout.ts';
import { rowFloats } from './memory.ts';

/** How often a thread looks before it sleeps at a barrier: about 0.1 ms. */
export const SPINS = 20_000;
/** Rows handed out at a time. */
const CHUNK = 16;

/** A job over a layout, its parameters still at zero. */
export function idleJob(layout: TrainingLayout, unknowns: number, threads: number): JobFields {
  return {
    ...layout,
    users: layout.users.at,
    items: layout.items.at,
    threads,
    spins: threads > availableParallelism() ? 0 : SPINS,
    arrived: 0,
    generation: 0,
    next: 0,
    failedRow: 0,
    unknowns,
    bytes: rowFloats(unknowns) * 4,
    sweeps: 1,
    chunk: CHUNK,
    nonnegative: 0,
    biasAt: 0,
    mean: 0,
    steps: 0,
    start: START.goesOn,
    gramWeight: 0,
    precision: 0,
    seed: 0,
    side: 0,
    spread: 0,
  };
}
