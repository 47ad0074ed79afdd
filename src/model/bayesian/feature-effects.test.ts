/** Draws have the moments of the distributions that they are said to come from. */
import { test } from 'node:test';
import { assertClose } from '../../../kernel/als.contract.ts';
import { createDeviates } from './deviates.ts';
import { drawEffects, type FeatureEffects } from './feature-effects.ts';
import { createSidePrior, drawSidePrior } from './side-prior.ts';

const DRAWS = 20_000;

function momentsOf(samples: readonly number[]): [mean: number, variance: number] {
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  return [mean, samples.reduce((sum, value) => sum + (value - mean) ** 2, 0) / samples.length];
}

test('normal and gamma deviates', () => {
  const { normal, gamma } = createDeviates(1);
  const drawn = (draw: () => number) => momentsOf(Array.from({ length: DRAWS }, draw));
  assertClose(drawn(normal), [0, 1], 0.03);
  for (const shape of [1, 2.5, 40]) {
    const [mean, variance] = drawn(() => gamma(shape));
    assertClose([mean / shape, variance / shape], [1, 1], 0.05);
  }
});

test('effects of overlapping features, given the rows, are those of ridge regression', () => {
  const group: FeatureEffects = {
    columns: {
      starts: Uint32Array.of(0, 3, 5),
      columns: Int32Array.of(0, 1, 2, 1, 2),
      values: Float32Array.of(1, 1, 1, 1, 2),
    },
    effects: new Float64Array(2),
    precision: 2,
  };
  const residual = Float64Array.of(1, 2, 6);
  const deviates = createDeviates(2);
  const samples = Array.from({ length: DRAWS }, () => {
    drawEffects(group, residual, Float64Array.of(2), 1, deviates);
    return Array.from(group.effects);
  });
  const [first, second] = [0, 1].map((feature) => momentsOf(samples.map((effects) => effects[feature] ?? 0)));
  // FᵀF + λ = [[5, 3], [3, 7]] with inverse [[7, -3], [-3, 5]] / 26, Fᵀx = [9, 14], Λ = 2².
  assertClose(first ?? [], [21 / 26, 7 / 26 / 4], 0.02);
  assertClose(second ?? [], [43 / 26, 5 / 26 / 4], 0.02);
});

test('hyperparameters settle around the mean and the precision of the rows', () => {
  const { normal } = createDeviates(3);
  const rows = Float32Array.from({ length: 2 * 2000 }, (_, k) =>
    k % 2 === 0 ? 3 + 0.5 * normal() : -1 + normal(),
  );
  const prior = createSidePrior(2000, [], 2);
  const means = drawSidePrior(prior, rows, createDeviates(4));
  assertClose(prior.mean, [3, -1], 0.1);
  assertClose([(prior.precision[0] ?? 0) / 4, prior.precision[3] ?? 0], [1, 1], 0.1);
  assertClose([means[0] ?? 0, means[1] ?? 0], prior.mean, 1e-9);
});
