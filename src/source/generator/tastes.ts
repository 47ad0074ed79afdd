/**
 * The model behind simulated ratings: a film and a person are points in a space of tastes, and how well they fit is
 * their inner product, as matrix factorisation supposes (Koren, Bell and Volinsky, "Matrix Factorization Techniques for
 * Recommender Systems", 2009). A film's point follows from its genres, its era and something of its own.
 */
import type { Movie } from '../../domain/movie.ts';
import type { SourceUser } from '../../domain/person.ts';
import { createRandom, type Random, streamOf } from './random.ts';

/** Dimensions of taste; the last one is the era. */
export const TASTE_DIMENSIONS = 8;
const ERA = TASTE_DIMENSIONS - 1;

const OWN_CHARACTER = 0.45;
const WEIGHT_OF_ERA = 0.45;
const MIDDLE_YEAR = 1995;
const YEARS_OF_AN_ERA = 20;
const MIDDLE_AGE = 35;
/** How much an older person leans to older films. */
const AGE_LEANING = 0.6;
/** How much genders differ in the mean; persons differ far more. */
const GENDER_LEANING = 0.25;
const QUALITY_SPREAD = 0.42;
const BIAS_SPREAD = 0.35;

export interface MovieTastes {
  /** One row of `TASTE_DIMENSIONS` a film, each of length 1. */
  factors: Float32Array;
  /** How much better than others a film is for everyone, in stars. */
  quality: Float64Array;
}

/** The points of the films. */
export function movieTastes(movies: readonly Movie[], seed: number): MovieTastes {
  const factors = new Float32Array(movies.length * TASTE_DIMENSIONS);
  const quality = new Float64Array(movies.length);
  const genreVectors = new Map<string, Float64Array>();
  for (const [place, movie] of movies.entries()) {
    const random = createRandom(seed, streamOf(`film ${movie.movieId}`));
    const row = factors.subarray(place * TASTE_DIMENSIONS, (place + 1) * TASTE_DIMENSIONS);
    for (const genre of movie.genres) {
      const vector = genreVectors.get(genre) ?? genreVector(genre, seed);
      genreVectors.set(genre, vector);
      for (let d = 0; d < ERA; d += 1)
        row[d] = (row[d] ?? 0) + (vector[d] ?? 0) / Math.sqrt(movie.genres.length);
    }
    for (let d = 0; d < ERA; d += 1) row[d] = (row[d] ?? 0) + OWN_CHARACTER * random.gaussian();
    row[ERA] =
      (WEIGHT_OF_ERA * Math.sqrt(ERA) * ((movie.year ?? MIDDLE_YEAR) - MIDDLE_YEAR)) / YEARS_OF_AN_ERA;
    scaleToLength1(row);
    quality[place] = QUALITY_SPREAD * random.gaussian();
  }
  return { factors, quality };
}

/** A person's point, of standard normal coordinates around what age and gender lean to; written into `point`. */
export function drawTaste(user: SourceUser, random: Random, point: Float64Array): void {
  const lean = user.gender === 'F' ? GENDER_LEANING : -GENDER_LEANING;
  for (let d = 0; d < ERA; d += 1) point[d] = random.gaussian() + (d === 0 ? lean : 0);
  point[ERA] = random.gaussian() - (AGE_LEANING * ((user.age ?? MIDDLE_AGE) - MIDDLE_AGE)) / YEARS_OF_AN_ERA;
}

/** How generous a person is, in stars. */
export function drawBias(random: Random): number {
  return BIAS_SPREAD * random.gaussian();
}

/** How well film and person fit: about standard normal over all pairs. */
export function affinity(point: Float64Array, { factors }: MovieTastes, place: number): number {
  let sum = 0;
  for (let d = 0; d < TASTE_DIMENSIONS; d += 1)
    sum += (point[d] ?? 0) * (factors[place * TASTE_DIMENSIONS + d] ?? 0);
  return sum;
}

function genreVector(genre: string, seed: number): Float64Array {
  const random = createRandom(seed, streamOf(`genre ${genre}`));
  return Float64Array.from({ length: ERA }, () => random.gaussian());
}

function scaleToLength1(row: Float32Array): void {
  const length = Math.hypot(...row) || 1;
  for (let d = 0; d < row.length; d += 1) row[d] = (row[d] ?? 0) / length;
}
