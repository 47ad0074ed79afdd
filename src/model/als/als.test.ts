/** The models of alternating least squares keep the contract of models. */
import { defaultParams } from '../params.ts';
import { describeModelContract } from '../recommender.contract.ts';
import { type Factors, factorizeExplicit, factorizeImplicit } from './factorize.ts';

/** The users of the last result. */
function usersAtEnd(steps: Iterable<Factors>): Float64Array {
  return [...steps].at(-1)?.users ?? new Float64Array(0);
}

const als = { model: 'als', rank: 4, iterations: 10, regularization: 0.1, frequencyExponent: 0.5 } as const;
const nonnegative = { model: 'als-nonnegative', rank: 4, iterations: 10, regularization: 0.02 } as const;
const implicit = { ...defaultParams('implicit-als', 'ranking'), rank: 4, regularization: 0.1 };

describeModelContract({
  params: als,
  personal: true,
  quality: 0.927,
  trainedUsers: (matrix, seed) => usersAtEnd(factorizeExplicit(matrix, als, seed)),
});

describeModelContract({
  params: nonnegative,
  personal: true,
  quality: 0.937,
  trainedUsers: (matrix, seed) => usersAtEnd(factorizeExplicit(matrix, nonnegative, seed)),
});

if (implicit.model === 'implicit-als') {
  describeModelContract({
    params: implicit,
    personal: true,
    quality: 0.31,
    trainedUsers: (matrix, seed) => usersAtEnd(factorizeImplicit(matrix, implicit, seed)),
  });
}
