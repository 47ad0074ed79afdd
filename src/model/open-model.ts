/** From a model's state to the model: the one place that knows every kind. */
import { createExplicitModel } from './als/explicit-model.ts';
import { createImplicitModel } from './als/implicit-model.ts';
import { createPopularModel } from './baselines/popular-model.ts';
import { createBayesianModel } from './bayesian/bayesian-model.ts';
import { createBlendModel } from './blend/blend-model.ts';
import { createEaseModel } from './ease/ease-model.ts';
import type { Model } from './model.ts';
import type { ModelState } from './state.ts';

/** The model that a state describes. The state is kept, not copied: it must not change afterwards. */
export function openModel(state: ModelState): Model {
  const { params } = state;
  switch (params.model) {
    case 'als':
    case 'als-nonnegative':
      return createExplicitModel(state, params);
    case 'bayesian-als':
      return createBayesianModel(state, params);
    case 'implicit-als':
      return createImplicitModel(state, params);
    case 'ease':
      return createEaseModel(state, params);
    case 'blend':
      return createBlendModel(state, params);
    case 'popular':
      return createPopularModel(state, params);
  }
}
