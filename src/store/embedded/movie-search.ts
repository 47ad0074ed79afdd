/** Answers searches, suggestions and "more like this" from the index over films. */
import type { DatabaseSync } from 'node:sqlite';
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
import { createMovieIndex, type MovieIndex } from './movie-index.ts';
import type { LookupFunctions } from './protocol.ts';

export type MovieSearch = Pick<LookupFunctions, 'searchMovies' | 'suggestMovies' | 'moreLikeThis'>;

export function createMovieSearch(
  database: DatabaseSync,
  moviesById: LookupFunctions['movies'],
): MovieSearch {
  const index = createMovieIndex(database);
  // Takes in what is there already, before somebody asks; a search reports what is wrong with the file.
  index.refresh().catch(() => {});
  return {
    async searchMovies(query) {
      const { page, perPage } = query;
      refuseBadPage(query);
      await index.refresh();
      const parsed = parseMovieQuery(query.query);
      const isWanted = movieFilter(query);
      const ranked = parsed === null ? mostRated(index) : rankedHits(index, parsed);
      const found = ranked.filter(({ movie }) => isWanted(movie)).map(({ movie }) => movie);
      const shown = found.slice((page - 1) * perPage, page * perPage);
      return {
        total: found.length,
        results: await moviesById(shown.map(({ movieId }) => movieId)),
        facets: facetsOf(found),
      };
    },
    async suggestMovies(prefix, limit) {
      await index.refresh();
      return suggestions(index, prefix).slice(0, limit);
    },
    async moreLikeThis(movieId, limit) {
      await index.refresh();
      const seed = index.movies.get(movieId);
      if (seed === undefined) return [];
      return rankKin(seed, [...index.movies.values()], index.titlesWith).slice(0, limit);
    },
  };
}

function mostRated({ movies }: MovieIndex): IndexedMovie[] {
  return [...movies.values()].sort(byRatings);
}

/** Films that have all the words and the year; without any, all the words; without any, some of the words. */
function rankedHits(index: MovieIndex, parsed: ParsedQuery): IndexedMovie[] {
  const most = Math.max(0, ...[...index.movies.values()].map(({ ratings }) => ratings));
  return rankHits(textHits(index, parsed), index.movies, parsed, most);
}

function textHits(index: MovieIndex, { words, allWords, year }: ParsedQuery): TextHit[] {
  if (allWords.length === 0) return [];
  const byWords = words.length === 0 ? [] : index.findAll(words);
  if (year === null) return byWords.length > 0 ? byWords : index.findAny(words);
  const ofYear =
    words.length === 0
      ? [...index.movies.values()]
          .filter(({ movie }) => movie.year === year)
          .map(({ movie }) => ({ movieId: movie.movieId, score: 0 }))
      : byWords.filter(({ movieId }) => index.movies.get(movieId)?.movie.year === year);
  const withYearInTitle = index.findAll(allWords);
  const exact = new Map([...ofYear, ...withYearInTitle].map((hit) => [hit.movieId, hit]));
  if (exact.size > 0) return [...exact.values()];
  return byWords.length > 0 ? byWords : index.findAny(allWords);
}

function suggestions(index: MovieIndex, prefix: string): Movie[] {
  const words = wordsOf(prefix);
  if (words.length === 0) return [];
  const begun = index.findByPrefixes(words);
  const hits = begun.length > 0 ? begun : index.findAll(words);
  return rankSuggestions(
    hits.flatMap(({ movieId }) => index.movies.get(movieId) ?? []),
    prefix,
  );
}
