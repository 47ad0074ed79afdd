/** The films of a generated data set: the catalogue first, then invented ones that say so in their titles. */
import type { Movie } from '../../domain/movie.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { createRandom, type Random } from './random.ts';

const FIRST_WORDS = [
  'Crimson',
  'Silent',
  'Last',
  'Hidden',
  'Golden',
  'Broken',
  'Distant',
  'Winter',
  'Electric',
  'Borrowed',
  'Paper',
  'Midnight',
  'Second',
  'Hollow',
  'Gentle',
  'Northern',
] as const;
const SECOND_WORDS = [
  'Harbour',
  'Orchard',
  'Letter',
  'Machine',
  'Garden',
  'Witness',
  'Island',
  'Lantern',
  'Season',
  'Passenger',
  'Mirror',
  'Station',
  'Promise',
  'River',
  'Theatre',
  'Summer',
] as const;
const FIRST_INVENTED_YEAR = 1930;
const LAST_INVENTED_YEAR = 2024;

/** `count` films with ids from 1. An invented title ends with `[invented <id>]`. */
export function generatedMovies(count: number, seed: number): Movie[] {
  const real = catalogue();
  const movies = real.slice(0, count);
  const random = createRandom(seed, real.length);
  while (movies.length < count) movies.push(inventedMovie(movies.length + 1, real, random));
  return movies;
}

function inventedMovie(movieId: number, real: readonly Movie[], random: Random): Movie {
  const model = real[random.below(real.length)];
  return {
    movieId,
    title: `The ${random.pick(FIRST_WORDS)} ${random.pick(SECOND_WORDS)} [invented ${movieId}]`,
    genres: [...(model?.genres ?? [])],
    year:
      FIRST_INVENTED_YEAR +
      Math.floor((LAST_INVENTED_YEAR - FIRST_INVENTED_YEAR + 1) * Math.sqrt(random.uniform())),
  };
}
