/** A kernel thread on a memory that grows while the thread starts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { createMemory, growTo } from './memory.ts';
import { WORKER_FILE } from './module.ts';
import type { Order } from './worker.ts';

/** `(func (export "fill") (param i32 i32) (memory.fill (local.get 0) (i32.const 1) (i32.const 64)))` on `env.memory`. */
const FILL = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 6, 1, 0x60, 2, 0x7f, 0x7f, 0],
  ...[2, 18, 1, 3, ...Buffer.from('env'), 6, ...Buffer.from('memory'), 2, 3, 1, 0x80, 0x80, 4],
  ...[3, 2, 1, 0],
  ...[7, 8, 1, 4, ...Buffer.from('fill'), 0, 0],
  ...[10, 14, 1, 12, 0, 0x20, 0, 0x41, 1, 0x41, 0xc0, 0, 0xfc, 11, 0, 11],
]);
/** Makes the moment between the two looks that V8 takes at the memory's size some 40 ms long. */
const SLOW_TO_RECEIVE = Array.from({ length: 50_000 }, (_, i) => ({ i, list: [i] }));
const GROWN = 640 * 1024;

function fillAtTheEnd(worker: Worker): Promise<void> {
  const order: Order = { name: 'fill', job: GROWN - 64, thread: 0, bytes: GROWN };
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.postMessage(order);
  });
}

describe('a kernel thread', () => {
  const module = new WebAssembly.Module(FILL);

  // Some of these moments fall into the thread's start: there V8 forgets to tell it.
  for (const milliseconds of [0, 10, 20, 30, 40, 50, 60]) {
    it(`works on a memory that grew ${milliseconds} ms after it was started`, async (t) => {
      const memory = createMemory();
      const worker = new Worker(WORKER_FILE, { workerData: { slow: SLOW_TO_RECEIVE, module, memory } });
      t.after(() => worker.terminate());
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      growTo(memory, GROWN);
      await fillAtTheEnd(worker);
      assert.equal(new Uint8Array(memory.buffer)[GROWN - 1], 1);
    });
  }
});
