/** Films as a search ranks them, whatever found them: hits of a query, suggestions, and kin of a film. */
import { MatineeError } from '../../domain/errors.ts';
import type { MovieId } from '../../domain/ids.ts';
import type { Movie } from '../../domain/movie.ts';
import { kinWords, likeness, type Traits } from './alike.ts';
import type { ParsedQuery } from './parse-query.ts';
import { queryForms, rankingScore, type TitleForms, titleForms } from './rank.ts';
import { indexedWordsOf, significant, wordsOf } from './words.ts';

/** A film as search keeps it. */
export interface IndexedMovie {
  movie: Movie;
  title: TitleForms;
  traits: Traits;
  ratings: number;
}

export interface TextHit {
  movieId: MovieId;
  /** Relevance of the words (BM25). */
  score: number;
}

/** How much of a likeness (0 to 6) the best known film gains over an unknown one. */
const FAME_IN_LIKENESS = 0.6;

export function indexedMovie(movie: Movie, ratings: number): IndexedMovie {
  return { movie, title: titleForms(movie.title), traits: traitsOf(movie), ratings };
}

function traitsOf({ title, genres, year }: Movie): Traits {
  return { words: kinWords(significant(indexedWordsOf(title))), genres: new Set(genres), year };
}

/** `BAD_INPUT` for a page that cannot be. */
export function refuseBadPage({ page, perPage }: { page: number; perPage: number }): void {
  if (Number.isInteger(page) && page >= 1 && Number.isInteger(perPage) && perPage >= 1) return;
  throw new MatineeError('BAD_INPUT', `Search asked for page ${page} of ${perPage} films each`, {
    hint: 'Give whole numbers from 1.',
  });
}

/** The most rated first, equal ones by id. */
export function byRatings(a: IndexedMovie, b: IndexedMovie): number {
  return b.ratings - a.ratings || a.movie.movieId - b.movie.movieId;
}

/** Hits of a query, best first. `most` is the count of the best known film there is. */
export function rankHits(
  hits: readonly TextHit[],
  movies: ReadonlyMap<MovieId, IndexedMovie>,
  parsed: ParsedQuery,
  most: number,
): IndexedMovie[] {
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
  const forms = queryForms(parsed);
  return hits
    .flatMap(({ movieId, score }) => {
      const hit = movies.get(movieId);
      if (hit === undefined) return [];
      const { title, movie, ratings } = hit;
      const candidate = { title, genres: movie.genres, year: movie.year, ratings, relevance: score / best };
      return [{ hit, rank: rankingScore(forms, candidate, most) }];
    })
    .sort((a, b) => b.rank - a.rank || byRatings(a.hit, b.hit))
    .map(({ hit }) => hit);
}

/** Films found by a prefix: those whose titles begin so first. */
export function rankSuggestions(found: readonly IndexedMovie[], prefix: string): Movie[] {
  const typed = wordsOf(prefix).join('');
  const beginsSo = ({ title }: IndexedMovie) =>
    title.whole.startsWith(typed) || title.afterArticle.startsWith(typed);
  return found
    .toSorted((a, b) => Number(beginsSo(b)) - Number(beginsSo(a)) || byRatings(a, b))
    .map(({ movie }) => movie);
}

/** The other films, the likest first. `titlesWith` says in how many titles a word is. */
export function rankKin(
  seed: IndexedMovie,
  films: readonly IndexedMovie[],
  titlesWith: (word: string) => number,
): Movie[] {
  const rarity = (word: string) => Math.log1p(films.length / (1 + titlesWith(word)));
  const most = Math.max(1, ...films.map(({ ratings }) => ratings));
  const fame = ({ ratings }: IndexedMovie) => FAME_IN_LIKENESS * (Math.log1p(ratings) / Math.log1p(most));
  return films
    .filter((film) => film !== seed)
    .map((film) => ({ film, score: likeness(seed.traits, film.traits, rarity) + fame(film) }))
    .sort((a, b) => b.score - a.score || byRatings(a.film, b.film))
    .map(({ film }) => film.movie);
}
