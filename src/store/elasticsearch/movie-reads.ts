/** Reads of films: single ones, the catalogue, and whether it has changed. */
import type { Client } from '@elastic/elasticsearch';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { MovieId } from '../../domain/ids.ts';
import type { Movie } from '../../domain/movie.ts';
import type { MovieSummary } from '../store.ts';
import { StoredMovieSchema } from './answers.ts';
import { inWords } from './connection.ts';
import { countRatings, summaryOf } from './rating-counts.ts';
import { searchAll } from './search-all.ts';

export const MOVIE_FIELDS = ['movieId', 'title', 'genres', 'year'];

export interface MovieIndices {
  movies: string;
  ratings: string;
}

const ChangesSchema = Compile(
  Type.Object({ aggregations: Type.Object({ changes: Type.Object({ value: Type.Number() }) }) }),
);
const FoundSchema = Compile(Type.Object({ found: Type.Literal(true), _source: Type.Unknown() }));

/** The films that exist among these, in the order asked for. */
export async function readMovies(
  client: Client,
  { movies, ratings }: MovieIndices,
  movieIds: readonly MovieId[],
): Promise<MovieSummary[]> {
  if (movieIds.length === 0) return [];
  const ids = movieIds.map(String);
  const [{ docs }, counts] = await Promise.all([
    inWords(client.mget({ index: movies, ids, _source_includes: MOVIE_FIELDS })),
    countRatings(client, ratings, movieIds),
  ]);
  return docs.flatMap((doc: unknown) =>
    FoundSchema.Check(doc) ? [summaryOf(StoredMovieSchema.Parse(doc._source), counts)] : [],
  );
}

/** Every film, by id. */
export async function readFilms(client: Client, index: string): Promise<Movie[]> {
  const sources = await searchAll(client, {
    index,
    _source: MOVIE_FIELDS,
    query: { match_all: {} },
    sort: [{ movieId: 'asc' }],
  });
  return sources.map((source) => StoredMovieSchema.Parse(source));
}

/** How often a film was added or changed, all films together. */
export async function countChanges(client: Client, index: string): Promise<number> {
  const answer = await inWords(
    client.search({ index, size: 0, aggs: { changes: { sum: { field: 'changes' } } } }),
  );
  return ChangesSchema.Parse(answer).aggregations.changes.value;
}
