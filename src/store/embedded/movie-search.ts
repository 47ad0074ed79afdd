/** Answers searches, suggestions and "more like this" from the index over films. */
import type { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import type { Movie } from '../../domain/movie.ts';
import { likeness } from '../search/alike.ts';
import { facetsOf, movieFilter } from '../search/facets.ts';
import { type ParsedQuery, parseMovieQuery } from '../search/parse-query.ts';
import { queryForms, rankingScore } from '../search/rank.ts';
import { wordsOf } from '../search/words.ts';
import { createMovieIndex, type IndexedMovie, type MovieIndex, type TextHit } from './movie-index.ts';
import type { LookupFunctions } from './protocol.ts';

export type MovieSearch = Pick<LookupFunctions, 'searchMovies' | 'suggestMovies' | 'moreLikeThis'>;

/** How much of a likeness (0 to 6) the best known film gains over an unknown one. */
const FAME_IN_LIKENESS = 0.6;

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
      if (!(Number.isInteger(page) && page >= 1 && Number.isInteger(perPage) && perPage >= 1)) {
        throw new MatineeError('BAD_INPUT', `Search asked for page ${page} of ${perPage} films each`, {
          hint: 'Give whole numbers from 1.',
        });
      }
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
      return seed === undefined ? [] : alike(index, seed).slice(0, limit);
    },
  };
}

function mostRated({ movies }: MovieIndex): IndexedMovie[] {
  return [...movies.values()].sort(byRatings);
}

function byRatings(a: IndexedMovie, b: IndexedMovie): number {
  return b.ratings - a.ratings || a.movie.movieId - b.movie.movieId;
}

/** Films that have all the words and the year; without any, all the words; without any, some of the words. */
function rankedHits(index: MovieIndex, parsed: ParsedQuery): IndexedMovie[] {
  const hits = textHits(index, parsed);
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
  const most = Math.max(0, ...[...index.movies.values()].map(({ ratings }) => ratings));
  const forms = queryForms(parsed);
  return hits
    .flatMap(({ movieId, score }) => {
      const hit = index.movies.get(movieId);
      if (hit === undefined) return [];
      const { title, movie, ratings } = hit;
      const candidate = { title, genres: movie.genres, year: movie.year, ratings, relevance: score / best };
      return [{ hit, rank: rankingScore(forms, candidate, most) }];
    })
    .sort((a, b) => b.rank - a.rank || byRatings(a.hit, b.hit))
    .map(({ hit }) => hit);
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
  const typed = words.join('');
  const beginsSo = ({ title }: IndexedMovie) =>
    title.whole.startsWith(typed) || title.afterArticle.startsWith(typed);
  return hits
    .flatMap(({ movieId }) => index.movies.get(movieId) ?? [])
    .sort((a, b) => Number(beginsSo(b)) - Number(beginsSo(a)) || byRatings(a, b))
    .map(({ movie }) => movie);
}

function alike(index: MovieIndex, seed: IndexedMovie): Movie[] {
  const films = [...index.movies.values()];
  const rarity = (word: string) => Math.log1p(films.length / (1 + index.titlesWith(word)));
  const most = Math.max(1, ...films.map(({ ratings }) => ratings));
  const fame = ({ ratings }: IndexedMovie) => FAME_IN_LIKENESS * (Math.log1p(ratings) / Math.log1p(most));
  return films
    .filter((film) => film !== seed)
    .map((film) => ({ film, score: likeness(seed.traits, film.traits, rarity) + fame(film) }))
    .sort((a, b) => b.score - a.score || byRatings(a.film, b.film))
    .map(({ film }) => film.movie);
}
