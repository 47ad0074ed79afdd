/** What the kernel refuses or fails at. Whoever calls it turns these into errors of its own. */

export type KernelErrorCode =
  /** The WebAssembly module has not been built. */
  | 'NOT_BUILT'
  /** The inputs contradict each other or hold values that are not finite. */
  | 'BAD_INPUT'
  /** The work needs more memory than a WebAssembly module or this machine has. */
  | 'MEMORY'
  /** A solution overflowed, or its system was not positive definite. */
  | 'NOT_FINITE'
  /** A worker thread died or threw. */
  | 'WORKER';

export class KernelError extends Error {
  readonly code: KernelErrorCode;

  constructor(code: KernelErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'KernelError';
    this.code = code;
  }
}
