/** Reads charts from a store: narrowed, and without what few people are behind. Answers are kept for a few seconds. */
import { LRUCache } from 'lru-cache';
import type { Demographics } from '../domain/demographics.ts';
import type { AggregationQuery, Grouping, Store } from '../store/store.ts';
import type { Chart, ChartRows, CountedBucket } from './chart.ts';
import { type DashboardFilter, type RatingPart, ratingFilter, ratingParts, without } from './filter.ts';
import { foldByWord } from './fold-by-word.ts';
import { classify, FEWEST_PEOPLE } from './people-classes.ts';

/** What a dashboard asks of the store. */
export type DashboardStore = Pick<Store, 'aggregate' | 'catalogue'>;

export interface ChartData extends ChartRows {
  /** Whether the filter as a whole is about too few people, or leaves too few out: nothing is shown then. */
  tooFew: boolean;
  /** What the chart is about; 0 where that is too little to be told. */
  ratings: number;
  people: number;
}

export interface ChartReader {
  read(chart: Chart, filter: DashboardFilter): Promise<ChartData>;
  /** Forgets the answers that are kept: the next are of the store as it is then. */
  forget(): void;
}

const KEPT_FOR_MS = 3_000;
const KEPT_ANSWERS = 500;
const NOTHING: ChartData = { rows: [], hidden: 0, tooFew: true, ratings: 0, people: 0 };

/** A reader with a memory of a few seconds: the charts of a page ask for much the same. */
export function createChartReader(store: DashboardStore): ChartReader {
  const kept = new LRUCache<string, Promise<CountedBucket[]>>({ max: KEPT_ANSWERS, ttl: KEPT_FOR_MS });
  const aggregate = rememberBuckets(store, kept);
  const demographics = (filter: AggregationQuery['filter']) =>
    aggregate({ groupBy: { kind: 'demographics' }, filter });

  async function read(chart: Chart, filter: DashboardFilter): Promise<ChartData> {
    const classes = classify(await demographics({}));
    const narrowed = ratingFilter(filter, classes);
    const everybody = await demographics(narrowed);
    const people = total(everybody, 'people');
    const buckets = (part: DashboardFilter) => (groupBy: Grouping) =>
      aggregate({ groupBy, filter: ratingFilter(part, classes) });
    if (people > 0 && people < FEWEST_PEOPLE) return NOTHING;
    for (const part of ratingParts(filter)) {
      if (await leavesFewOut(part, filter, buckets(without(filter, part)))) return NOTHING;
    }
    const rows = await chart.read({
      buckets: buckets(filter),
      byWord: async (word: keyof Demographics) => foldByWord(everybody, classes, word),
      catalogue: () => store.catalogue(),
    });
    return { ...rows, tooFew: false, ratings: total(everybody, 'count'), people };
  }

  return { read, forget: () => kept.clear() };
}

function rememberBuckets(
  store: DashboardStore,
  kept: LRUCache<string, Promise<CountedBucket[]>>,
): (query: AggregationQuery) => Promise<CountedBucket[]> {
  return (query) => {
    const key = JSON.stringify(query);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const asked = store
      .aggregate({ ...query, countPeople: true })
      .then((buckets) => buckets.map(({ people = 0, ...bucket }) => ({ ...bucket, people })));
    kept.set(key, asked);
    asked.catch(() => kept.delete(key));
    return asked;
  };
}

const total = (buckets: readonly CountedBucket[], field: 'count' | 'people') =>
  buckets.reduce((sum, bucket) => sum + bucket[field], 0);

const GROUPING_OF: Record<Exclude<RatingPart, 'movieId'>, Grouping> = {
  time: { kind: 'date_histogram', interval: 'month' },
  rating: { kind: 'terms', field: 'rating', size: 100, orderBy: 'key' },
  genre: { kind: 'terms', field: 'movie.genres', size: 1_000, orderBy: 'key' },
  decade: { kind: 'histogram', field: 'movie.year', interval: 10 },
};

/** Whether a part of the filter leaves out so few people that the answers with and without it would tell of them. */
async function leavesFewOut(
  part: RatingPart,
  filter: DashboardFilter,
  bucketsWithout: (groupBy: Grouping) => Promise<CountedBucket[]>,
): Promise<boolean> {
  if (part === 'movieId') return false;
  const buckets = await bucketsWithout(GROUPING_OF[part]);
  const leftOut = buckets.filter(({ key }) => !isWithin(part, Number(key), String(key), filter));
  return leftOut.length > 0 && leftOut.every(({ people }) => people < FEWEST_PEOPLE);
}

function isWithin(part: RatingPart, number: number, text: string, filter: DashboardFilter): boolean {
  if (part === 'rating') return number === filter.rating;
  if (part === 'genre') return text === filter.genre;
  if (part === 'decade') return number === filter.decade;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } =
    ratingFilter(filter, new Map()).timestamp ?? {};
  return number >= from && number < to;
}
