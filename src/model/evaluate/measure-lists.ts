/** What lists are like besides right: diverse, popular, alike for everybody, true to what a person likes. */
import { miscalibration } from '../metrics/calibration.ts';
import { giniIndex } from '../metrics/gini.ts';
import { intraListDiversity } from '../metrics/intra-list-diversity.ts';
import { popularityPercentile } from '../metrics/popularity-percentile.ts';
import type { Model } from '../model.ts';
import type { RankedUser } from './measure-ranking.ts';

/** Each null where nothing was recommended, those of genres also where no genres are known. */
export interface ListMetrics {
  /** Unlikeness of a list's films by genre, from 0 to 1. */
  intraListDiversity: number | null;
  /** Where the recommended films stand in the catalogue by popularity, from 0 to 1 for the most popular. */
  popularityPercentile: number | null;
  /** How unequally films are recommended, from 0 to 1. */
  gini: number | null;
  /** Bits by which the genres of lists are off those of histories. */
  miscalibration: number | null;
}

/** `genresOf` an item of the model; left out where none are known. */
export function measureLists(
  { support, items }: Model,
  ranked: readonly RankedUser[],
  genresOf?: (item: number) => readonly string[],
): ListMetrics {
  const lists = ranked.map(({ list }) => list);
  const people = ranked.map(({ list, user }) => ({ list, history: user.history.map(({ item }) => item) }));
  return {
    intraListDiversity: genresOf === undefined ? null : intraListDiversity(lists, genresOf),
    popularityPercentile: popularityPercentile(lists, support),
    gini: giniIndex(lists, items.size),
    miscalibration: genresOf === undefined ? null : miscalibration(people, genresOf),
  };
}
