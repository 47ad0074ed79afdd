/** Bayesian matrix factorisation keeps the contract of models. */
import { describeModelContract } from '../recommender.contract.ts';

const params = { model: 'bayesian-als', rank: 4, iterations: 60, burnIn: 20, thinning: 5 } as const;

describeModelContract({ params, personal: true, quality: 0.9 });
