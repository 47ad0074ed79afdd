/** Threads that one owner starts and calls, over the worker's own port. */
import { parentPort, type Transferable, Worker } from 'node:worker_threads';
import { MatineeError } from '../domain/errors.ts';
import { openCalls, type Remote } from './calls.ts';

export interface RunningThread<Functions extends object> {
  /** What the thread serves. */
  remote: Remote<Functions>;
  /** Rejects when the thread dies of itself; never resolves while it lives. */
  failed: Promise<never>;
  /** Whether it is dead already, of itself or by `terminate`. */
  hasEnded(): boolean;
  /** Ends the thread at once: calls under way fail with `CANCELLED`. */
  terminate(): Promise<void>;
}

/**
 * Starts a thread, serving `local` to it. It finds `data` with `threadData`; the ports in it must be named in
 * `transfers`.
 */
export function spawnThread<Functions extends object, Local extends object>(
  module: URL,
  data: unknown,
  transfers: Transferable[],
  local: Local,
): RunningThread<Functions> {
  const worker = new Worker(module, { workerData: data, transferList: transfers, name: module.pathname });
  const { remote, end } = openCalls<Functions, Local>(worker, local);
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  let ended = false;
  const fail = (reason: MatineeError) => {
    ended = true;
    reject(reason);
    end(reason);
  };
  worker.on('error', (cause) =>
    fail(new MatineeError('INTERNAL', `a thread failed: ${module.pathname}`, { cause })),
  );
  worker.on('exit', (code) =>
    fail(new MatineeError('CANCELLED', `a thread ended with ${code}: ${module.pathname}`)),
  );
  return {
    remote,
    failed,
    hasEnded: () => ended,
    async terminate() {
      await worker.terminate();
    },
  };
}

/** Inside a thread: serves `local` to its owner and gives what the owner serves. */
export function serveOwner<Functions extends object, Local extends object>(local: Local): Remote<Functions> {
  if (parentPort === null) throw new MatineeError('INTERNAL', 'this module runs as a thread only');
  return openCalls<Functions, Local>(parentPort, local).remote;
}
