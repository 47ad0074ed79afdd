/** The kernel's threads, as the model room uses them, and its failures in words for the person who asked for the work. */
import { KernelError, type KernelErrorCode } from '../../kernel/errors.ts';
import { createPool, type KernelPool } from '../../kernel/pool.ts';
import { type ErrorCode, MatineeError, messageOf } from '../domain/errors.ts';

/** Does work on a pool of its own: `threads` of them, or as many as the machine has processors. */
export function withPool<T>(threads: number | undefined, work: (pool: KernelPool) => Promise<T>): Promise<T> {
  return fromKernel(async () => {
    const pool = createPool(threads);
    try {
      return await work(pool);
    } finally {
      await pool.close();
    }
  });
}

/** The result of work on the kernel, its errors as `MatineeError`. */
export async function fromKernel<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inWords(error);
  }
}

/** As `fromKernel`, for work on this thread. */
export function fromKernelHere<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw inWords(error);
  }
}

function inWords(error: unknown): unknown {
  if (!(error instanceof KernelError)) return error;
  const { code, hint } = MEANINGS[error.code];
  const beneath = error.cause === undefined ? '' : ` (${messageOf(error.cause)})`;
  return new MatineeError(code, `The kernel cannot do this: ${error.message}${beneath}.`, {
    hint,
    cause: error,
  });
}

const MEANINGS: Record<KernelErrorCode, { code: ErrorCode; hint: string }> = {
  NOT_BUILT: {
    code: 'UNAVAILABLE',
    hint: 'Build it: `node kernel/build.ts`. Every npm script does so by itself.',
  },
  BAD_INPUT: { code: 'BAD_INPUT', hint: 'Check the ratings and the parameters of the model.' },
  MEMORY: { code: 'OUT_OF_MEMORY', hint: 'Choose a lower rank, or free memory.' },
  NOT_FINITE: { code: 'BAD_INPUT', hint: 'Raise the regularization.' },
  WORKER: { code: 'INTERNAL', hint: 'Try again; if it happens again, report it.' },
};
