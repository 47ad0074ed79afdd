/** Reads what of a person counts in an answer, and whether chance has a part in it. */
import { randomInt } from 'node:crypto';
import type { MovieId } from '../domain/ids.ts';
import type { Choice } from '../recommender/choose.ts';
import type { ScoreQuery } from '../recommender/recommend.ts';
import type { ChoiceQuery, ScoringQuery } from './schemas/recommendation.ts';

const SEEDS = 2 ** 32;

/** Exploring without a seed gets one by chance. */
export function scoringOf({ without, explore = 0, seed, contributions }: ScoringQuery): ScoreQuery {
  return {
    ...(without === undefined ? {} : { without: movieIdsOf(without) }),
    ...(contributions === undefined ? {} : { contributions }),
    ...(explore === 0 ? {} : { exploration: { share: explore, seed: seed ?? randomInt(SEEDS) } }),
  };
}

/** How the films of a list are chosen among the best by score. */
export function choiceOf({ diversity, popularity, novelty, era }: ChoiceQuery): Choice {
  return {
    ...(diversity === undefined ? {} : { diversity }),
    steering: {
      ...(popularity === undefined ? {} : { popularity }),
      ...(novelty === undefined ? {} : { novelty }),
      ...(era === undefined ? {} : { era }),
    },
  };
}

/** Ids joined by commas, as the schemas have them. */
export function movieIdsOf(list: string): Set<MovieId> {
  return new Set(list.split(',').map(Number));
}
