/** The estimate bounds what a fit takes, and what does not fit is refused before it starts. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { createPool } from '../../../kernel/pool.ts';
import { fitModel } from '../fit-model.ts';
import { createRatingMatrix } from '../matrix.ts';
import { defaultParams, type ModelParams } from '../params.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { tasteRatings } from '../testing/rating-data.ts';
import { runTraining } from '../training/run-training.ts';
import { availableBytes, checkMemory } from './check-memory.ts';
import { type DataShape, estimateFit, shapeOf } from './estimate-fit.ts';

const PAGE_BYTES = 65_536;
/** How far the estimate may lie above what is really taken. */
const SLACK = { factor: 4, bytes: 64 * 2 ** 20 };

const ease = defaultParams('ease', 'ranking');

function paramsOf(rank: number): ModelParams[] {
  const chain = { iterations: 6, burnIn: 2, thinning: 1 };
  return [
    { model: 'als', rank, iterations: 2, regularization: 1, frequencyExponent: 1 },
    { model: 'als-nonnegative', rank, iterations: 2, regularization: 1 },
    {
      model: 'implicit-als',
      rank,
      iterations: 2,
      regularization: 1,
      unobservedWeight: 0.1,
      frequencyExponent: 0,
      ratingWeight: 0.5,
    },
    { model: 'bayesian-als', rank: Math.min(rank, 24), ...chain },
    ease,
  ];
}

const anyParams = fc.integer({ min: 1, max: 96 }).chain((rank) => fc.constantFrom(...paramsOf(rank)));

test('the kernel takes what is estimated, to the page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      anyParams,
      fc.integer({ min: 1, max: 3 }),
      async (users, items, params, threads) => {
        const matrix = createRatingMatrix(tasteRatings(users + 3, items + 3));
        const pool = createPool(threads);
        try {
          await fitModel(matrix, params, { pool, seed: 1 });
          const taken = pool.memory.buffer.byteLength - pool.start;
          const { kernel } = estimateFit(shapeOf(matrix), params, threads);
          assert.ok(taken >= kernel && taken < kernel + 2 * PAGE_BYTES, `${taken}, not ${kernel}`);
        } finally {
          await pool.close();
        }
      },
    ),
    { numRuns: 12 },
  );
});

const onLinux = process.platform === 'linux' ? {} : { skip: 'reads /proc' };

test('a process grows by no more than is estimated, and not by much less', onLinux, async () => {
  const anyShape = fc.record({
    users: fc.integer({ min: 1_000, max: 20_000 }),
    items: fc.integer({ min: 200, max: 2_000 }),
    ratings: fc.integer({ min: 20_000, max: 150_000 }),
  });
  await fc.assert(
    fc.asyncProperty(anyShape, anyParams, async (shape, params) => {
      const { grown, estimated } = await peakOfFit(shape, params);
      assert.ok(grown <= estimated, `grown by ${grown}, estimated ${estimated}`);
      assert.ok(estimated <= SLACK.factor * grown + SLACK.bytes, `grown by ${grown}, estimated ${estimated}`);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

async function peakOfFit(shape: DataShape, params: ModelParams) {
  const script = join(import.meta.dirname, 'testing/peak-of-fit.ts');
  const order = JSON.stringify({ shape, params });
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, order]);
  const [grown = Number.NaN, estimated = Number.NaN] = stdout.split(' ').map(Number);
  return { grown, estimated };
}

describe('too little memory', () => {
  const shape = { users: 1_000, items: 500, ratings: 20_000 };
  const als: ModelParams = {
    model: 'als',
    rank: 200,
    iterations: 2,
    regularization: 1,
    frequencyExponent: 1,
  };

  test('is said with the estimate, what is free, and what to do', () => {
    const { kernel, host } = estimateFit(shape, als, testPool.threads);
    checkMemory(shape, [als], testPool, kernel + host);
    assert.throws(() => checkMemory(shape, [als], testPool, 1_000_000), {
      name: 'MatineeError',
      code: 'OUT_OF_MEMORY',
      message:
        /als of rank 200 to 20000 ratings of 500 films by 1000 people needs up to 0\.\d\d GiB .* 0\.01 GiB/,
      hint: /lower rank/,
    });
    assert.throws(() => checkMemory(shape, [ease], testPool, 1), { hint: /implicit-als/ });
  });

  test('is said of what 32-bit addresses do not reach, however much is free', () => {
    const huge = { users: 10_000_000, items: 1_000_000, ratings: 100_000_000 };
    assert.throws(() => checkMemory(huge, [als], testPool, Number.POSITIVE_INFINITY), {
      code: 'OUT_OF_MEMORY',
      message: /the kernel can address 4\.00 GiB/,
    });
  });

  test('what is free lies below what the machine has', () => {
    assert.ok(availableBytes() > 0);
    assert.ok(Number.isFinite(availableBytes()));
  });

  test('no candidate of a job is begun when one of them does not fit', async () => {
    const done: unknown[] = [];
    const rows = Array.from({ length: 90_000 }, (_, place) => place);
    const columns = {
      users: rows.map((place) => `user ${place}`),
      movies: Int32Array.from(rows, (place) => place + 1),
      ratings: new Float32Array(rows.length).fill(3),
      timestamps: new Float64Array(rows.length),
    };
    const candidates = {
      rating: [defaultParams('popular', 'rating')],
      ranking: [ease],
    };
    await assert.rejects(
      runTraining({ ratings: [columns], candidates, holdout: null, seed: 1 }, testPool, {
        onProgress: (progress) => done.push(progress),
      }),
      { code: 'OUT_OF_MEMORY', message: /ease to 90000 ratings of 90000 films/ },
    );
    assert.deepEqual(done, []);
  });
});
