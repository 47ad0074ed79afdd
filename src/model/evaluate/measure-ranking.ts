/** How well a model ranks withheld films, among the whole catalogue of the training part. */
import { createItemSet } from '../../../kernel/top-n.ts';
import { bestItems } from '../best-items.ts';
import { averagePrecisionAtK } from '../metrics/average-precision.ts';
import { coverage } from '../metrics/coverage.ts';
import { hitAtK } from '../metrics/hit-rate.ts';
import { ndcgAtK } from '../metrics/ndcg.ts';
import { novelty } from '../metrics/novelty.ts';
import { precisionAtK } from '../metrics/precision.ts';
import type { RankingMetric } from '../metrics/ranking-metric.ts';
import { recallAtK } from '../metrics/recall.ts';
import { reciprocalRankAtK } from '../metrics/reciprocal-rank.ts';
import type { Model } from '../model.ts';
import type { TestUser } from './test-ratings.ts';

/** Means over users with relevant test films; null without any. */
export interface RankingMetrics {
  ndcg: number | null;
  recall: number | null;
  precision: number | null;
  map: number | null;
  mrr: number | null;
  hitRate: number | null;
  coverage: number | null;
  novelty: number | null;
  k: number;
}

export interface RankingSettings {
  /** Length of the lists. */
  k: number;
  /** A test film is relevant when its rating is at least this; null makes every one relevant. */
  relevantFrom: number | null;
  /** Further items that are no candidates for a user, besides their history. */
  excluded?: (user: string) => ReadonlySet<number>;
}

/** A list as it was made for a user with relevant test films. */
export interface RankedUser {
  user: TestUser;
  /** Items of the model, best first. */
  list: number[];
  relevant: Set<number>;
}

/** How well a model ranks for these users. */
export function measureRanking(
  model: Model,
  users: readonly TestUser[],
  settings: RankingSettings,
): RankingMetrics {
  return rankingMetrics(model, rankForUsers(model, users, settings), settings.k);
}

/**
 * Ranks the whole catalogue for each user but what they have in training. A relevant film that the model does not
 * know counts as one that it missed.
 */
export function rankForUsers(
  model: Model,
  users: readonly TestUser[],
  { k, relevantFrom, excluded }: RankingSettings,
): RankedUser[] {
  const ranked: RankedUser[] = [];
  const scores = new Float64Array(model.items.size);
  for (const user of users) {
    const relevant = relevantItems(user, relevantFrom);
    if (relevant.size === 0) continue;
    const seen = user.history.map(({ item }) => item);
    const barred = createItemSet(model.items.size, [...seen, ...(excluded?.(user.user) ?? [])]);
    const best = bestItems(model, model.foldIn(user.history), k, barred, scores);
    ranked.push({ user, list: best.map(({ item }) => item), relevant });
  }
  return ranked;
}

export function rankingMetrics(model: Model, ranked: readonly RankedUser[], k: number): RankingMetrics {
  const meanOf = (metric: RankingMetric) =>
    mean(ranked.map(({ list, relevant }) => metric(list, relevant, k)));
  const lists = ranked.map(({ list }) => list);
  return {
    ndcg: meanOf(ndcgAtK),
    recall: meanOf(recallAtK),
    precision: meanOf(precisionAtK),
    map: meanOf(averagePrecisionAtK),
    mrr: meanOf(reciprocalRankAtK),
    hitRate: meanOf(hitAtK),
    coverage: coverage(lists, model.items.size),
    novelty: novelty(lists, model.support),
    k,
  };
}

/** The user's relevant films: items of the model, and numbers below 0 that stand for films it does not know. */
export function relevantItems({ ratings }: TestUser, relevantFrom: number | null): Set<number> {
  const relevant = ratings.filter(({ rating }) => relevantFrom === null || rating >= relevantFrom);
  return new Set(relevant.map(({ movie, item }) => item ?? -1 - movie));
}

/** The mean of the values that are there; null without any. */
function mean(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0) / present.length;
}
