/**
 * What quality is judged by: counts over the whole index, the catalogue, and how the flow stands. Collected once, by
 * aggregations that the store runs beside what answers people. Nobody is in it: a person is a count at most.
 */
import { wordsOfDemographics } from '../../domain/demographics.ts';
import type { Bucket, MovieSummary, Store, Totals } from '../../store/store.ts';

/** How the flow stands, as far as quality is concerned. */
export interface FlowState {
  /** Records that the indexer has yet to commit. */
  lag: number;
  /** Records that could not be processed, by reason. */
  deadLetters: readonly { reason: string; count: number }[];
}

export interface Evidence {
  /** When it was collected, in epoch milliseconds. */
  now: number;
  totals: Totals;
  catalogue: readonly MovieSummary[];
  /** Ratings by value. */
  byRating: readonly Bucket[];
  /** How many ratings each film has in the index, by its id. */
  byFilm: readonly Bucket[];
  /** How many ratings say each part of the person who gave them. */
  described: Record<PersonField, number>;
  /** How many ratings whoever rated most has given. */
  mostByOne: number;
  /** How many lie in the future, and before 1990. */
  future: number;
  early: number;
  flow: FlowState;
}

export const PERSON_FIELDS = ['ageBand', 'gender', 'occupation'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

export type QualityStore = Pick<Store, 'aggregate' | 'catalogue' | 'totals'>;

/** MovieLens began in 1997, and film ratings with a time hardly earlier. Epoch seconds of 1 January 1990. */
export const EARLIEST_RATING = 631_152_000;
/** Clocks of other machines are not ours: five minutes, as the consumer allows. */
const FUTURE_TOLERANCE_S = 300;
/** More films or words than any catalogue has. */
const ALL = 1_000_000;

/** Reads it all at one moment, `now` in epoch milliseconds. What arrives meanwhile may be in one count and not in another. */
export async function collectEvidence(store: QualityStore, flow: FlowState, now: number): Promise<Evidence> {
  const terms = (field: CountedField, size: number) =>
    store.aggregate({ groupBy: { kind: 'terms', field, size, orderBy: 'count' } });
  const between = async (from?: number, to?: number) => {
    const timestamp = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const groupBy = { kind: 'terms', field: 'rating', size: ALL, orderBy: 'key' } as const;
    return sumOf(await store.aggregate({ groupBy, filter: { timestamp } }));
  };
  const [byRating, byFilm, byPerson, most, future, early] = await Promise.all([
    terms('rating', ALL),
    terms('movie.movieId', ALL),
    store.aggregate({ groupBy: { kind: 'demographics' } }),
    terms('user.userId', 1),
    between(Math.floor(now / 1_000) + FUTURE_TOLERANCE_S),
    between(undefined, EARLIEST_RATING),
  ]);
  // After the counts, so that a film that came with the last of these ratings is among them.
  const [catalogue, totals] = await Promise.all([store.catalogue(), store.totals()]);
  return {
    now,
    totals,
    catalogue,
    byRating,
    byFilm,
    described: describedBy(byPerson),
    mostByOne: sumOf(most),
    future,
    early,
    flow,
  };
}

type CountedField = 'rating' | 'movie.movieId' | 'user.userId';

/** Of ratings by what is told of people, how many tell each part. */
function describedBy(byPerson: readonly Bucket[]): Evidence['described'] {
  const described = { ageBand: 0, gender: 0, occupation: 0 };
  for (const { key, count } of byPerson) {
    const words = wordsOfDemographics(String(key));
    for (const field of PERSON_FIELDS) if (words[field] !== null) described[field] += count;
  }
  return described;
}

export function sumOf(buckets: readonly Bucket[]): number {
  return buckets.reduce((sum, { count }) => sum + count, 0);
}
