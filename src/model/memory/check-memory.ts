/** Refuses a fit that does not fit into memory, before it starts and with the figures. */
import { freemem } from 'node:os';
import { MAX_MEMORY_BYTES } from '../../../kernel/memory.ts';
import type { KernelPool } from '../../../kernel/pool.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { ModelParams } from '../params.ts';
import { type DataShape, estimateFit } from './estimate-fit.ts';

/** The threads a fit would run on, and how much memory they have already. */
type Threads = Pick<KernelPool, 'threads' | 'memory'>;

/**
 * Bytes that this process may still take: what the machine has available, or what its container leaves. Of a container
 * this process's own share is taken off and not all that is in use there, which counts files that were read as well.
 */
export function availableBytes(): number {
  const limit = process.constrainedMemory();
  const left = limit > 0 ? limit - process.memoryUsage.rss() : Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(freemem(), left));
}

/** Why a fit cannot be done with this much memory; null when it can. */
export function shortage(
  shape: DataShape,
  params: ModelParams,
  { threads, memory }: Threads,
  available: number,
): string | null {
  const { kernel, host } = estimateFit(shape, params, threads);
  if (kernel > MAX_MEMORY_BYTES) {
    return `needs ${inGigabytes(kernel)} for its matrices, and the kernel can address ${inGigabytes(MAX_MEMORY_BYTES)}`;
  }
  const more = Math.max(0, kernel - memory.buffer.byteLength) + host;
  if (more <= available) return null;
  return `needs up to ${inGigabytes(more)} of memory, and ${inGigabytes(available)} are free`;
}

/** Throws `OUT_OF_MEMORY`, with the estimate, unless all of these parameters can be fitted. */
export function checkMemory(
  shape: DataShape,
  candidates: readonly ModelParams[],
  threads: Threads,
  available = availableBytes(),
): void {
  for (const params of candidates) {
    const reason = shortage(shape, params, threads, available);
    if (reason === null) continue;
    const { users, items, ratings } = shape;
    const data = `${ratings} ratings of ${items} films by ${users} people`;
    throw new MatineeError('OUT_OF_MEMORY', `Fitting ${named(params)} to ${data} ${reason}.`, {
      hint: hintFor(params),
    });
  }
}

function named(params: ModelParams): string {
  const rank = rankOf(params);
  return rank === null ? params.model : `${params.model} of rank ${rank}`;
}

function hintFor(params: ModelParams): string {
  const smaller =
    params.model === 'ease' || params.model === 'blend'
      ? 'Choose `implicit-als`, which does not hold a number for every pair of films'
      : 'Choose a lower rank';
  return `${smaller}, give the process more memory, or train on fewer threads.`;
}

function rankOf(params: ModelParams): number | null {
  if ('rank' in params) return params.rank;
  return params.model === 'blend' ? params.implicit.rank : null;
}

/** Rounded up, so that a shortage never reads as none. */
function inGigabytes(bytes: number): string {
  return `${(Math.ceil((bytes / 2 ** 30) * 100) / 100).toFixed(2)} GiB`;
}
