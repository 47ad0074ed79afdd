/** A worker thread: an instance of the kernel on the pool's memory, which calls what it is told to. */
import { parentPort, workerData } from 'node:worker_threads';

/** The order to call an exported function with a job and the number of this thread. */
export interface Order {
  name: string;
  job: number;
  thread: number;
  /** Bytes that the memory has for who gives the order. */
  bytes: number;
}

/** What the pool starts a worker with. */
export interface WorkerSetup {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
}

function isSetup(value: unknown): value is WorkerSetup {
  return typeof value === 'object' && value !== null && 'module' in value && 'memory' in value;
}

function isFunction(value: unknown): value is (job: number, thread: number) => void {
  return typeof value === 'function';
}

function start({ module, memory }: WorkerSetup): void {
  const abort = (): never => {
    throw new Error('the kernel aborted');
  };
  const instance = new WebAssembly.Instance(module, { env: { memory, abort } });
  parentPort?.on('message', ({ name, job, thread, bytes }: Order) => {
    const exported = instance.exports[name];
    if (!isFunction(exported)) throw new Error(`the kernel has no ${name}`);
    // V8 loses a growth that falls into the moment in which a thread receives the memory, and then takes what lies
    // beyond the old end for out of bounds. Growing by nothing makes this thread look again.
    if (memory.buffer.byteLength < bytes) memory.grow(0);
    exported(job, thread);
    parentPort?.postMessage('done');
  });
}

const setup: unknown = workerData;
if (!isSetup(setup)) throw new Error('a kernel worker is started by a pool');
start(setup);
