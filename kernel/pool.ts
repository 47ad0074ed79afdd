/**
 * Worker threads on one compiled module and one shared memory. They stay warm between calls; a call gives all of
 * them the same function and job. Threads inside a call wait for each other, so when one dies the pool is broken: it
 * ends the others, and every call fails from then on.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { KernelError } from './errors.ts';
import { createMemory, firstFreeByte } from './memory.ts';
import { kernelModule, WORKER_FILE } from './module.ts';
import type { Order, WorkerSetup } from './worker.ts';

/** More threads than this wait for each other longer than they work. */
const MOST_THREADS = 64;

export interface KernelPool {
  readonly threads: number;
  readonly memory: WebAssembly.Memory;
  /** The first byte of the memory that is free for use. */
  readonly start: number;
  /** Waits for its turn on the pool's memory; call what it gives when done. */
  acquire(): Promise<() => void>;
  /** Calls an exported function with a job's address on every thread; resolves when all have returned. */
  run(name: string, job: number): Promise<void>;
  /** Ends the threads. A call under way fails. */
  close(): Promise<void>;
}

/** Starts `threads` workers (as many as there are processors unless told otherwise); they warm up by themselves. */
export function createPool(threads: number = Math.min(MOST_THREADS, availableParallelism())): KernelPool {
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS) {
    throw new KernelError('BAD_INPUT', `a pool has 1 to ${MOST_THREADS} threads, not ${threads}`);
  }
  const memory = createMemory();
  const workers = Array.from({ length: threads }, () => startWorker(memory));
  let broken: KernelError | undefined;
  let rejectRun: ((reason: KernelError) => void) | undefined;
  let lastTurn: Promise<void> = Promise.resolve();

  function breakWith(error: KernelError): void {
    if (broken !== undefined) return;
    broken = error;
    rejectRun?.(error);
    for (const worker of workers) void worker.terminate();
  }

  for (const worker of workers) {
    worker.on('error', (cause) => breakWith(new KernelError('WORKER', 'a kernel thread failed', cause)));
    worker.on('exit', () => breakWith(new KernelError('WORKER', 'a kernel thread ended')));
  }

  return {
    threads,
    memory,
    start: firstFreeByte(memory),
    acquire() {
      const { promise: turn, resolve: release } = Promise.withResolvers<void>();
      const ready = lastTurn.then(() => release);
      lastTurn = turn;
      return ready;
    },
    async run(name, job) {
      if (broken !== undefined) throw broken;
      const { promise: broke, reject } = Promise.withResolvers<never>();
      rejectRun = reject;
      try {
        const bytes = memory.buffer.byteLength;
        const calls = workers.map((worker, thread) => call(worker, { name, job, thread, bytes }));
        await Promise.race([broke, Promise.all(calls)]);
      } finally {
        rejectRun = undefined;
      }
    },
    async close() {
      breakWith(new KernelError('WORKER', 'the kernel pool is closed'));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function startWorker(memory: WebAssembly.Memory): Worker {
  const workerData: WorkerSetup = { module: kernelModule(), memory };
  const worker = new Worker(WORKER_FILE, { workerData });
  worker.unref();
  return worker;
}

/** One call on one worker. The worker keeps the process alive until it has answered. */
function call(worker: Worker, order: Order): Promise<void> {
  worker.ref();
  return new Promise((resolve) => {
    worker.once('message', () => {
      worker.unref();
      resolve();
    });
    worker.postMessage(order);
  });
}
