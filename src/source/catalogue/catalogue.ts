/** The catalogue of real films that ships: what the sample and every generated data set are made of. */
import type { Movie } from '../../domain/movie.ts';
import { CLASSICS } from './classics.ts';
import { type Film, readFilmLines } from './film-lines.ts';
import { FILMS } from './films.ts';

/** Two entries of one title within so many years are the same film, released or dated differently. */
const SAME_FILM_YEARS = 2;

/** Every film, the best known roughly first; ids count from 1 in that order. */
export function catalogue(): Movie[] {
  const films: Film[] = [];
  const byTitle = new Map<string, Film[]>();
  for (const film of [...readFilmLines(CLASSICS), ...readFilmLines(FILMS)]) {
    const namesakes = byTitle.get(comparable(film.title)) ?? [];
    if (namesakes.some((other) => Math.abs(other.year - film.year) <= SAME_FILM_YEARS)) continue;
    byTitle.set(comparable(film.title), [...namesakes, film]);
    films.push(film);
  }
  return films.map(({ title, year, genres }, place) => ({
    movieId: place + 1,
    title,
    genres: [...genres],
    year,
  }));
}

/** A title without accents, case, article, spaces and punctuation. */
function comparable(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '')
    .replace(/[^a-z0-9]/g, '');
}
