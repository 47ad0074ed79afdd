/** The store on a cluster: the port's functions, each thin over a file of its own. */
import type { Client } from '@elastic/elasticsearch';
import type { Store } from '../store.ts';
import { aggregate } from './aggregate.ts';
import { type PublishedChart, publishCharts } from './chart-rows.ts';
import { connect, inWords } from './connection.ts';
import { deleteFound } from './delete-found.ts';
import type { ElasticsearchOptions } from './elasticsearch-options.ts';
import { createEraser } from './erase-person.ts';
import { keepFilms } from './films-in-memory.ts';
import { oldInteractions } from './filters.ts';
import { claimIdentity } from './identity.ts';
import { aliasOf, ensureIndices, type IndexName, wholeOf } from './indices.ts';
import { type Nearest, type NearestQuery, nearestFilms } from './item-factors/nearest.ts';
import { type FilmVectors, publishFactors } from './item-factors/publish.ts';
import { countChanges, readFilms, readMovies } from './movie-reads.ts';
import { readHistory, readInteractions, readPerson, readRating } from './person-reads.ts';
import { countRatings, summaryOf } from './rating-counts.ts';
import { scanInteractions, scanRatings, scanShown, scanUsers } from './scans.ts';
import { createMovieSearch } from './search-movies.ts';
import { createBatchWriter } from './write-batch.ts';

/** What digests of erased persons are made with in a store that nobody is erased from. */
const NO_KEY = new Uint8Array(32);

export interface ElasticsearchStore extends Store {
  /** Puts the factors of the films that serve into the cluster: `item-factors/publish.ts`. */
  publishFactors(films: FilmVectors): Promise<boolean>;
  /** Puts the rows of the dashboard's charts into the cluster: `chart-rows.ts`. */
  publishCharts(charts: { charts: readonly PublishedChart[]; measuredAt: number }): Promise<void>;
  /** Films alike by the factors in the cluster: `item-factors/nearest.ts`. */
  nearestFilms(query: NearestQuery): Promise<Nearest>;
}

/** Connects, and makes the indices that are missing. `UNAVAILABLE` when nobody answers or this is not allowed. */
export async function openElasticsearchStore(options: ElasticsearchOptions): Promise<ElasticsearchStore> {
  const client = connect(options);
  try {
    await ensureIndices(client, options.indexPrefix);
  } catch (error) {
    await client.close();
    throw error;
  }
  return storeOn(client, options);
}

/** The same for another thread or process of a store that was opened: its indices are there. */
export function connectElasticsearchStore(options: ElasticsearchOptions): ElasticsearchStore {
  return storeOn(connect(options), options);
}

function storeOn(
  client: Client,
  { indexPrefix: prefix, suppressionKey }: Pick<ElasticsearchOptions, 'indexPrefix' | 'suppressionKey'>,
): ElasticsearchStore {
  const index = (name: IndexName) => aliasOf(prefix, name);
  const [ratings, interactions, movies, users] = [
    index('index_movies'),
    index('index_interactions'),
    index('movies'),
    index('users'),
  ];
  const { refresh, wrote, written } = createVisibility(client);
  const key = suppressionKey === undefined ? NO_KEY : Buffer.from(suppressionKey, 'base64url');
  const eraser = createEraser(client, prefix, key);
  const writeBatch = createBatchWriter(client, prefix, wrote, eraser.suppressedAmong);
  const search = createMovieSearch(client, movies, keepFilms(client, { movies, ratings }, written));
  const count = async (name: string) => (await inWords(client.count({ index: name }))).count;

  return {
    claim: (identity) => claimIdentity(client, index('matinee_state'), identity),
    write: writeBatch,
    flush: refresh,
    erasePerson: eraser.erasePerson,
    eraseDigests: eraser.eraseDigests,
    erasures: eraser.erasures,
    async totals() {
      await refresh();
      const [ratingCount, movieCount, userCount, interactionCount] = await Promise.all(
        [ratings, movies, users, interactions].map(count),
      );
      return {
        ratings: ratingCount ?? 0,
        movies: movieCount ?? 0,
        users: userCount ?? 0,
        interactions: interactionCount ?? 0,
      };
    },
    async movie(movieId) {
      await refresh();
      return (await readMovies(client, { movies, ratings }, [movieId]))[0] ?? null;
    },
    async movies(movieIds) {
      await refresh();
      return readMovies(client, { movies, ratings }, movieIds);
    },
    async catalogue() {
      await refresh();
      const [films, counts] = await Promise.all([readFilms(client, movies), countRatings(client, ratings)]);
      return films.map((film) => summaryOf(film, counts));
    },
    async catalogueVersion() {
      await refresh();
      return countChanges(client, movies);
    },
    async searchMovies(query) {
      await refresh();
      return search.searchMovies(query);
    },
    async suggestMovies(prefix, limit) {
      await refresh();
      return search.suggestMovies(prefix, limit);
    },
    async moreLikeThis(movieId, limit) {
      await refresh();
      return search.moreLikeThis(movieId, limit);
    },
    user: (userId) => readPerson(client, users, userId),
    async ratingsOf(userId) {
      await refresh();
      return readHistory(client, ratings, userId);
    },
    async interactionsOf(userId, types) {
      await refresh();
      return readInteractions(client, interactions, userId, types);
    },
    rating: (userId, movieId) => readRating(client, ratings, userId, movieId),
    async aggregate(query) {
      await refresh();
      return aggregate(client, ratings, query);
    },
    scanUsers: () => scanUsers(client, users, refresh),
    scanRatings: () => scanRatings(client, ratings, refresh),
    scanInteractions: (types) => scanInteractions(client, interactions, types, refresh),
    dropInteractions: async (old) => {
      await refresh();
      return deleteFound(client, [wholeOf(prefix, 'index_interactions')], oldInteractions(old));
    },
    countInteractions: async (old) => {
      await refresh();
      return (await inWords(client.count({ index: interactions, query: oldInteractions(old) }))).count;
    },
    scanShown: (types, idPrefix) => scanShown(client, interactions, { types, idPrefix }, refresh),
    publishCharts: (charts) => publishCharts(client, prefix, charts),
    publishFactors: (films) => publishFactors(client, prefix, films),
    nearestFilms: (query) => nearestFilms(client, prefix, query),
    close: () => client.close(),
  };
}

/**
 * What this process wrote is made visible to searches before its next read, and by `flush`; what others wrote, when
 * they flush. Documents asked for by id are always the latest.
 */
function createVisibility(client: Client) {
  let writes = 0;
  let hidden = new Set<string>();
  return {
    written: () => writes,
    wrote(indices: Iterable<string>) {
      writes += 1;
      for (const index of indices) hidden.add(index);
    },
    async refresh() {
      if (hidden.size === 0) return;
      const indices = [...hidden];
      hidden = new Set();
      try {
        await inWords(client.indices.refresh({ index: indices }));
      } catch (error) {
        for (const index of indices) hidden.add(index);
        throw error;
      }
    },
  };
}
