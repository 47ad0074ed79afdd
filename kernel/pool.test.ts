import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawFactors, sparse } from './als.contract.ts';
import { explicitShape, trainExplicitAls } from './explicit-als.ts';
import { JOB_BYTES, SIDE_BYTES } from './job.ts';
import { estimateMemory, layoutTraining } from './layout.ts';
import { createMemory, growTo, MAX_MEMORY_BYTES } from './memory.ts';
import { instantiate } from './module.ts';
import { weightedPenalties } from './penalties.ts';
import { createPool } from './pool.ts';
import { QUERY_FIELDS } from './top-n.ts';

test('the host and the module agree on their structures', () => {
  const { exported } = instantiate(createMemory());
  assert.equal(exported('jobBytes')(), JOB_BYTES);
  assert.equal(exported('sideBytes')(), SIDE_BYTES);
  assert.equal(exported('queryBytes')(), QUERY_FIELDS * 4);
  for (const unknowns of [1, 8, 64, 256]) {
    const shape = { kind: 'explicit', users: 1, items: 1, entries: 1, unknowns, threads: 1 } as const;
    const bytes = Math.ceil(unknowns / 8) * 32;
    assert.equal(layoutTraining(shape, 0).scratchBytes, exported('scratchBytes')(bytes));
  }
});

test('a thread that dies breaks the pool, which says so from then on', async () => {
  const pool = createPool(2);
  const failure = { name: 'KernelError', code: 'WORKER' };
  await assert.rejects(pool.run('noSuchFunction', 0), failure);
  await assert.rejects(pool.run('explicitSweeps', 0), failure);
  await pool.close();
});

test('closing the pool fails the call under way', async () => {
  const pool = createPool(2);
  const failed = assert.rejects(pool.run('noSuchFunction', 0), { code: 'WORKER' });
  await pool.close();
  await failed;
});

test('only a sensible number of threads', () => {
  for (const threads of [0, -1, 1.5, 1000, Number.NaN])
    assert.throws(() => createPool(threads), { code: 'BAD_INPUT' });
});

test('what does not fit is said before anything starts, with the estimate', () => {
  const shape = {
    kind: 'implicit',
    users: 1e7,
    items: 1e6,
    entries: 1e8,
    unknowns: 128,
    threads: 2,
  } as const;
  const bytes = estimateMemory(shape);
  assert.ok(bytes > MAX_MEMORY_BYTES);
  assert.throws(() => growTo(createMemory(), bytes), { code: 'MEMORY', message: /needs \d+ MiB/ });
});

test('the estimate of a run is what its memory grows to', async () => {
  const pool = createPool(1);
  const matrix = sparse([
    [1, null, 3],
    [null, 2, 5],
  ]);
  const users = drawFactors(2 * 200, 1);
  const options = {
    matrix,
    rank: 200,
    iterations: 1,
    penalties: weightedPenalties(matrix, 0.1),
    initial: { users },
  };
  await trainExplicitAls(pool, options);
  const grown = pool.memory.buffer.byteLength - pool.start;
  const estimate = estimateMemory(explicitShape(options, 1));
  assert.ok(grown >= estimate && grown < estimate + 2 * 65_536);
  await pool.close();
});

test('memory grows in place', () => {
  const memory = createMemory();
  const before = new Uint8Array(memory.buffer);
  growTo(memory, 1_000_000);
  assert.ok(memory.buffer.byteLength >= 1_000_000);
  before[70_00] = 9;
  assert.equal(new Uint8Array(memory.buffer)[70_00], 9);
});
