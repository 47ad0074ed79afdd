/** The films and their counts in memory, for what ranks them: read again when they have changed, looked at now and then. */
import type { Client } from '@elastic/elasticsearch';
import type { MovieId } from '../../domain/ids.ts';
import { type IndexedMovie, indexedMovie } from '../search/films.ts';
import { countChanges, type MovieIndices, readFilms } from './movie-reads.ts';
import { countRatings, type RatingCounts } from './rating-counts.ts';

export interface Films {
  movies: ReadonlyMap<MovieId, IndexedMovie>;
  counts: RatingCounts;
  /** In how many titles a word is. */
  titlesWith(word: string): number;
}

export type FilmsInMemory = () => Promise<Films>;

/** Counts may be this old; what this process wrote is in them at once. */
const MAX_AGE_MS = 1_000;

/** `written` grows with every batch that this process writes. */
export function keepFilms(client: Client, indices: MovieIndices, written: () => number): FilmsInMemory {
  let kept: { films: Films; changes: number; written: number; readAt: number } | null = null;
  let reading: Promise<Films> | null = null;

  async function read(): Promise<Films> {
    const writtenBefore = written();
    const changes = await countChanges(client, indices.movies);
    const counts = await countRatings(client, indices.ratings);
    const films =
      kept !== null && kept.changes === changes
        ? withCounts(kept.films, counts)
        : filmsOf(await readFilms(client, indices.movies), counts);
    kept = { films, changes, written: writtenBefore, readAt: performance.now() };
    return films;
  }

  return async () => {
    const isFresh =
      kept !== null && kept.written === written() && performance.now() - kept.readAt < MAX_AGE_MS;
    if (isFresh && kept !== null) return kept.films;
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
}

function filmsOf(movies: Awaited<ReturnType<typeof readFilms>>, counts: RatingCounts): Films {
  const indexed = movies.map((movie) => indexedMovie(movie, counts.get(movie.movieId)?.ratings ?? 0));
  const words = new Map<string, number>();
  for (const { traits } of indexed)
    for (const word of traits.words) words.set(word, (words.get(word) ?? 0) + 1);
  return {
    movies: new Map(indexed.map((film) => [film.movie.movieId, film])),
    counts,
    titlesWith: (word) => words.get(word) ?? 0,
  };
}

function withCounts(films: Films, counts: RatingCounts): Films {
  const movies = new Map(
    films.movies
      .entries()
      .map(([movieId, film]) => [movieId, { ...film, ratings: counts.get(movieId)?.ratings ?? 0 }]),
  );
  return { ...films, movies, counts };
}
