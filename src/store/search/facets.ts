/** Filters of a search, and how its hits spread over genres and decades. */
import type { Movie } from '../../domain/movie.ts';
import type { Facet, MoviePage, MovieQuery } from '../store.ts';
import { fold } from './words.ts';

/** The test of a film against everything in the query but its words. */
export function movieFilter(query: MovieQuery): (movie: Movie) => boolean {
  const { year, fromYear, toYear } = query;
  const genre = query.genre === undefined ? undefined : fold(query.genre);
  return (movie) => {
    if (genre !== undefined && !movie.genres.some((own) => fold(own) === genre)) return false;
    if (year !== undefined && movie.year !== year) return false;
    if (fromYear !== undefined && (movie.year === null || movie.year < fromYear)) return false;
    return toYear === undefined || (movie.year !== null && movie.year <= toYear);
  };
}

/** Genres by their count, decades (as their first year) in order. */
export function facetsOf(hits: Iterable<Movie>): MoviePage['facets'] {
  const genres = new Map<string, number>();
  const decades = new Map<string, number>();
  for (const { genres: own, year } of hits) {
    for (const genre of new Set(own)) genres.set(genre, (genres.get(genre) ?? 0) + 1);
    if (year === null) continue;
    const decade = String(Math.floor(year / 10) * 10);
    decades.set(decade, (decades.get(decade) ?? 0) + 1);
  }
  return {
    genres: facets(genres).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    decades: facets(decades).sort((a, b) => Number(a.value) - Number(b.value)),
  };
}

function facets(counts: Map<string, number>): Facet[] {
  return [...counts].map(([value, count]) => ({ value, count }));
}
