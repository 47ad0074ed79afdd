/** Properties of the reference solvers: they solve what they say they solve. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { conjugateGradient } from './conjugate-gradient.ts';
import { createNonnegativeSolver } from './nnls.ts';
import { addDiagonal, addOuter, createOuterSum, mirror } from './normal-equations.ts';
import { dot, dotRows } from './vector.ts';

interface System {
  size: number;
  a: Float64Array;
  b: Float64Array;
}

/** A positive definite system from random rows, as ALS makes them: a = Σ y·yᵀ + λ·I. */
const systems = fc
  .integer({ min: 1, max: 14 })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      rows: fc.array(
        fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: size, maxLength: size }),
        {
          maxLength: 20,
        },
      ),
      b: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: size, maxLength: size }),
      lambda: fc.double({ min: 0.05, max: 2, noNaN: true }),
    }),
  )
  .map(({ size, rows, b, lambda }): System => {
    const a = new Float64Array(size * size);
    for (const row of rows) addOuter(a, size, Float64Array.from(row), 0, 1);
    addDiagonal(a, size, lambda);
    mirror(a, size);
    return { size, a, b: Float64Array.from(b) };
  });

const runs = { numRuns: 200, seed: 20260101 };

function product({ a, size }: System, x: Float64Array): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => dot(a, i * size, x, 0, size));
}

function assertClose(actual: Float64Array, expected: Float64Array, tolerance: number): void {
  for (const [i, value] of expected.entries()) {
    const difference = Math.abs((actual[i] ?? Number.NaN) - value);
    assert.ok(difference <= tolerance, `entry ${i}: ${actual[i]} is not ${value}`);
  }
}

function solveByCholesky({ a, b, size }: System): Float64Array {
  const factor = a.slice();
  const x = b.slice();
  assert.equal(choleskyFactor(factor, size), true);
  choleskySolve(factor, size, x);
  return x;
}

describe('cholesky', () => {
  test('solves the system', () => {
    fc.assert(
      fc.property(systems, (system) => assertClose(product(system, solveByCholesky(system)), system.b, 1e-8)),
      runs,
    );
  });

  test('refuses a matrix that is not positive definite, or not of numbers', () => {
    assert.equal(choleskyFactor(Float64Array.of(1, 0, 2, 1), 2), false);
    assert.equal(choleskyFactor(Float64Array.of(Number.NaN), 1), false);
  });
});

test('products of rows are the bits of each product alone', () => {
  const rows = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 5 }), (values, length) => {
      const count = Math.floor(values.length / 6);
      const [flat, out] = [Float64Array.from(values), new Float64Array(count)];
      const x = Float64Array.of(0.1, -2, 3.3, 0.7, 1);
      dotRows(flat, 6, count, x, length, out);
      assert.deepEqual(
        [...out],
        [...out.keys()].map((row) => dot(flat, row * 6, x, 0, length)),
      );
    }),
    runs,
  );
});

test('an outer sum is the sum of the outer products', () => {
  const vectors = fc.array(
    fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 5, maxLength: 5 }),
    {
      maxLength: 11,
    },
  );
  fc.assert(
    fc.property(vectors, fc.double({ min: -2, max: 2, noNaN: true }), (rows, weight) => {
      const outers = createOuterSum(5);
      const [together, onebyone] = [new Float64Array(25), new Float64Array(25)];
      for (const row of rows) {
        outers.add(together, Float64Array.from(row), 0, weight);
        addOuter(onebyone, 5, Float64Array.from(row), 0, weight);
      }
      outers.finish(together);
      assertClose(together, onebyone, 1e-10);
    }),
    runs,
  );
});

describe('conjugate gradients', () => {
  test('reach the Cholesky solution in about as many steps as there are unknowns', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const x = new Float64Array(system.size);
        conjugateGradient((v, out) => out.set(product(system, v)), system.b, x, 6 * system.size);
        assertClose(x, solveByCholesky(system), 1e-5);
      }),
      runs,
    );
  });

  test('stay where they are when the start is the solution', () => {
    const x = Float64Array.of(3);
    conjugateGradient((v, out) => out.set(v), Float64Array.of(3), x, 5);
    assert.deepEqual(x, Float64Array.of(3));
  });
});

describe('nonnegative least squares', () => {
  test('meets the conditions of Karush, Kuhn and Tucker', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const x = new Float64Array(system.size);
        createNonnegativeSolver(system.size)(system.a, system.b, x);
        const gradient = product(system, x).map((value, i) => value - (system.b[i] ?? 0));
        for (const [i, value] of x.entries()) {
          assert.ok(value >= 0);
          if (value > 0) assert.ok(Math.abs(gradient[i] ?? 0) < 1e-7);
          else assert.ok((gradient[i] ?? 0) > -1e-7);
        }
      }),
      runs,
    );
  });

  test('gives the same solution whatever the first guess', () => {
    fc.assert(
      fc.property(systems, fc.integer({ min: 0, max: 2 ** 14 - 1 }), (system, signs) => {
        const solve = createNonnegativeSolver(system.size);
        const cold = new Float64Array(system.size);
        const guessed = Float64Array.from({ length: system.size }, (_, i) => (signs >> i) & 1);
        solve(system.a, system.b, cold);
        solve(system.a, system.b, guessed);
        assertClose(guessed, cold, 1e-7);
      }),
      runs,
    );
  });

  test('leaves an unconstrained solution that is positive as it is', () => {
    const x = new Float64Array(2);
    createNonnegativeSolver(2)(Float64Array.of(2, 1, 1, 2), Float64Array.of(4, 5), x);
    assertClose(x, Float64Array.of(1, 2), 1e-12);
  });
});
