/** A worker thread: an instance of the kernel on the pool's memory, which calls what it is told to. */
import { parentPort, workerData } from 'node:worker_threads';

/** The order to call an exported function with a job and the number of this thread. */
export interface Order {
  name: string;
  job: number;
  thread: number;
}

const instance = new WebAssembly.Instance(workerData.module, {
  env: {
    memory: workerData.memory,
    abort: () => {
      throw new Error('the kernel aborted');
    },
  },
});

parentPort?.on('message', ({ name, job, thread }: Order) => {
  const exported = instance.exports[name];
  if (typeof exported !== 'function') throw new Error(`the kernel has no ${name}`);
  exported(job, thread);
  parentPort?.postMessage('done');
});
