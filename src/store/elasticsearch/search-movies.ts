/** Searches, suggestions and kin: the cluster finds the words, `search/` ranks what it found. */
import type { Client, estypes } from '@elastic/elasticsearch';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { MovieId } from '../../domain/ids.ts';
import type { Movie } from '../../domain/movie.ts';
import { facetsOf, movieFilter } from '../search/facets.ts';
import {
  byRatings,
  type IndexedMovie,
  rankHits,
  rankKin,
  rankSuggestions,
  refuseBadPage,
  type TextHit,
} from '../search/films.ts';
import { type ParsedQuery, parseMovieQuery } from '../search/parse-query.ts';
import { wordsOf } from '../search/words.ts';
import type { MoviePage, MovieQuery } from '../store.ts';
import { hitsOf } from './answers.ts';
import { inWords } from './connection.ts';
import type { FilmsInMemory } from './films-in-memory.ts';
import { allWords, anyWord, beginnings } from './title-queries.ts';

/** With fewer hits than these, words like the typed ones count, too. */
const FEW_HITS = 5;
const MOST_HITS = 10_000;

const IdSchema = Compile(Type.Object({ movieId: Type.Integer() }));

export interface MovieSearch {
  searchMovies(query: MovieQuery): Promise<MoviePage>;
  suggestMovies(prefix: string, limit: number): Promise<Movie[]>;
  moreLikeThis(movieId: MovieId, limit: number): Promise<Movie[]>;
}

export function createMovieSearch(client: Client, index: string, films: FilmsInMemory): MovieSearch {
  const find = (query: estypes.QueryDslQueryContainer) => findFilms(client, index, query);

  async function findAll(words: readonly string[]): Promise<TextHit[]> {
    const asTyped = await find(allWords(words, { forgiving: false }));
    return asTyped.length < FEW_HITS ? find(allWords(words, { forgiving: true })) : asTyped;
  }

  return {
    async searchMovies(query) {
      const { page, perPage } = query;
      refuseBadPage(query);
      const { movies, counts } = await films();
      const parsed = parseMovieQuery(query.query);
      const isWanted = movieFilter(query);
      const ranked =
        parsed === null
          ? [...movies.values()].sort(byRatings)
          : rankHits(await textHits(movies, parsed), movies, parsed, mostRatings(movies));
      const found = ranked.filter(({ movie }) => isWanted(movie)).map(({ movie }) => movie);
      const shown = found.slice((page - 1) * perPage, page * perPage);
      return {
        total: found.length,
        results: shown.map((movie) => {
          const { ratings, meanRating } = counts.get(movie.movieId) ?? { ratings: 0, meanRating: null };
          return { ...movie, ratings, meanRating };
        }),
        facets: facetsOf(found),
      };
    },
    async suggestMovies(prefix, limit) {
      const words = wordsOf(prefix);
      if (words.length === 0) return [];
      const begun = await find(beginnings(words));
      const hits = begun.length > 0 ? begun : await findAll(words);
      const { movies } = await films();
      const found = hits.flatMap(({ movieId }) => movies.get(movieId) ?? []);
      return rankSuggestions(found, prefix).slice(0, limit);
    },
    async moreLikeThis(movieId, limit) {
      const { movies, titlesWith } = await films();
      const seed = movies.get(movieId);
      return seed === undefined ? [] : rankKin(seed, [...movies.values()], titlesWith).slice(0, limit);
    },
  };

  /** Films that have all the words and the year; without any, all the words; without any, some of the words. */
  async function textHits(
    movies: ReadonlyMap<MovieId, IndexedMovie>,
    { words, allWords: all, year }: ParsedQuery,
  ): Promise<TextHit[]> {
    if (all.length === 0) return [];
    const byWords = words.length === 0 ? [] : await findAll(words);
    if (year === null) return byWords.length > 0 ? byWords : find(anyWord(words));
    const isOfYear = (movieId: MovieId) => movies.get(movieId)?.movie.year === year;
    const ofYear =
      words.length === 0
        ? [...movies.keys()].filter(isOfYear).map((movieId) => ({ movieId, score: 0 }))
        : byWords.filter(({ movieId }) => isOfYear(movieId));
    const exact = new Map([...ofYear, ...(await findAll(all))].map((hit) => [hit.movieId, hit]));
    if (exact.size > 0) return [...exact.values()];
    return byWords.length > 0 ? byWords : find(anyWord(all));
  }
}

function mostRatings(movies: ReadonlyMap<MovieId, IndexedMovie>): number {
  let most = 0;
  for (const { ratings } of movies.values()) most = Math.max(most, ratings);
  return most;
}

async function findFilms(
  client: Client,
  index: string,
  query: estypes.QueryDslQueryContainer,
): Promise<TextHit[]> {
  const answer = await inWords(
    client.search({ index, query, size: MOST_HITS, _source: ['movieId'], track_total_hits: false }),
  );
  return hitsOf(answer).map(({ score, source }) => ({ movieId: IdSchema.Parse(source).movieId, score }));
}
