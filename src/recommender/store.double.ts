/** A store in memory for the tests of what reads it, and an indexer that fills it from a stream. */
import { Compile } from 'typebox/compile';
import { asPseudonym, type MovieId } from '../domain/ids.ts';
import {
  type InteractionDocument,
  type InteractionRecord,
  InteractionTopicSchema,
  type ProfileRecord,
} from '../domain/interaction.ts';
import type { Person } from '../domain/person.ts';
import { type RatingRecord, RatingRecordSchema } from '../domain/rating.ts';
import { FLOW_TOPICS } from '../domain/topics.ts';
import type { DocumentVersion, MovieSummary, Store } from '../store/store.ts';
import type { StreamDouble } from './live/stream.double.ts';

type Reads =
  | 'aggregate'
  | 'catalogue'
  | 'catalogueVersion'
  | 'movie'
  | 'moreLikeThis'
  | 'searchMovies'
  | 'suggestMovies'
  | 'totals'
  | 'user'
  | 'scanUsers'
  | 'ratingsOf'
  | 'interactionsOf'
  | 'scanShown';

export interface StoreDouble extends Pick<Store, Reads> {
  /** Indexes what the stream has from where its group stands, up to `limit` records of each partition, and commits. */
  index(stream: StreamDouble, limit?: number): Promise<void>;
  /** Runs between the moment histories are read and the moment they are handed over. */
  whileReading: () => Promise<void>;
}

interface Rated extends DocumentVersion {
  rating: number | null;
}

const ratingRecord = Compile(RatingRecordSchema);
const interactionRecord = Compile(InteractionTopicSchema);

export function createStoreDouble(films: readonly MovieSummary[]): StoreDouble {
  const persons = new Map<string, Person>();
  const ratings = new Map<string, Map<MovieId, Rated>>();
  const interactions: InteractionDocument[] = [];
  const find = (movieId: MovieId) => films.find((film) => film.movieId === movieId) ?? null;

  function indexRating(record: RatingRecord, offset: number): void {
    const { userId } = record.user;
    persons.set(userId, record.user);
    const eventTime = record.eventTime ?? record.timestamp * 1_000;
    const history = ratings.get(userId) ?? new Map<MovieId, Rated>();
    ratings.set(userId, history);
    const known = history.get(record.movie.movieId);
    const later =
      known === undefined ||
      eventTime > known.eventTime ||
      (eventTime === known.eventTime && offset > known.offset);
    if (later) history.set(record.movie.movieId, { rating: record.rating, eventTime, offset });
  }

  function indexInteraction(record: InteractionRecord | ProfileRecord): void {
    persons.set(record.user.userId, record.user);
    if (record.kind === 'profile') return;
    const { schemaVersion: _, kind: __, ...document } = record;
    interactions.push(document);
  }

  const double: StoreDouble = {
    whileReading: async () => undefined,
    async index(stream, limit = Number.POSITIVE_INFINITY) {
      for (const { topic, partition, offset } of await stream.committed('', FLOW_TOPICS)) {
        const from = offset ?? 0;
        const records = stream.log(topic, partition).slice(from, from + limit);
        for (const record of records) {
          const value: unknown = JSON.parse(new TextDecoder().decode(record.value));
          if (ratingRecord.Check(value)) indexRating(value, record.offset);
          else if (interactionRecord.Check(value)) indexInteraction(value);
        }
        stream.commit({ topic, partition, offset: from + records.length });
      }
    },
    // The dashboard has tests of its own, on real stores.
    aggregate: async () => [],
    catalogue: async () => [...films],
    async *scanUsers() {
      yield [...persons.keys()].map(asPseudonym);
    },
    catalogueVersion: async () => films.length,
    movie: async (movieId) => find(movieId),
    moreLikeThis: async (movieId, limit) => films.filter((film) => film.movieId !== movieId).slice(0, limit),
    searchMovies: async ({ query = '', page, perPage }) => {
      const hits = films.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
      const results = hits.slice((page - 1) * perPage, page * perPage);
      return { total: hits.length, results, facets: { genres: [], decades: [] } };
    },
    suggestMovies: async (prefix, limit) =>
      films.filter(({ title }) => title.toLowerCase().startsWith(prefix.toLowerCase())).slice(0, limit),
    totals: async () => ({
      ratings: [...ratings.values()].reduce((sum, history) => sum + history.size, 0),
      movies: films.length,
      users: persons.size,
      interactions: interactions.length,
    }),
    user: async (userId) => persons.get(userId) ?? null,
    async ratingsOf(userId) {
      const read = [...(ratings.get(userId) ?? [])];
      await double.whileReading();
      return read.flatMap(([movieId, { rating, eventTime, offset }]) => {
        const timestamp = Math.floor(eventTime / 1_000);
        return rating === null ? [] : [{ movieId, rating, timestamp, version: { eventTime, offset } }];
      });
    },
    async *scanShown(types, idPrefix) {
      const shown = interactions.flatMap(({ recommendationId = '', ...said }) =>
        types.includes(said.type) && recommendationId.startsWith(idPrefix)
          ? [{ ...said, recommendationId }]
          : [],
      );
      yield {
        users: shown.map(({ user }) => asPseudonym(user.userId)),
        movies: Int32Array.from(shown, ({ movieId }) => movieId),
        types: shown.map(({ type }) => type),
        eventTimes: Float64Array.from(shown, ({ eventTime }) => eventTime),
        recommendationIds: shown.map(({ recommendationId }) => recommendationId),
      };
    },
    async interactionsOf(userId, types) {
      return interactions
        .filter((document) => asPseudonym(document.user.userId) === userId && types.includes(document.type))
        .reverse()
        .sort((a, b) => b.eventTime - a.eventTime);
    },
  };
  return double;
}
