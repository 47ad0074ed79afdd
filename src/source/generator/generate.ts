/**
 * Simulates people who rate films: each draws films by fame and by own taste, and rates by how well they fit
 * (`tastes.ts`), by the film's quality, by own generosity and by chance. Person after person, in bounded memory, and
 * the same seed gives the same ratings.
 */
import { MatineeError } from '../../domain/errors.ts';
import { MAX_MOVIE_ID } from '../../domain/ids.ts';
import type { Movie } from '../../domain/movie.ts';
import type { SourceUser } from '../../domain/person.ts';
import { activityOf } from './activity.ts';
import { generatedMovies } from './movies.ts';
import { generatePerson } from './people.ts';
import { createRandom, createWeightedDraw, type Random, streamOf } from './random.ts';
import { drawTimes, type Period } from './sessions.ts';
import { affinity, drawBias, drawTaste, type MovieTastes, movieTastes, TASTE_DIMENSIONS } from './tastes.ts';

export interface GeneratorSpec {
  users: number;
  movies: number;
  ratings: number;
  seed: number;
  /** `half-stars` (0.5 to 5) unless said otherwise; `whole-stars` are 1 to 5. */
  scale?: 'half-stars' | 'whole-stars';
  /** When the ratings are given: 2015 to 2025 unless said otherwise, never the present time. */
  period?: Period;
}

/** A person and their ratings in order of time. The columns are views that the next person overwrites. */
export interface GeneratedPerson {
  user: SourceUser;
  /** Places in `GeneratedRatings.movies`. */
  movies: Int32Array;
  values: Float32Array;
  /** Epoch seconds. */
  timestamps: Uint32Array;
}

export interface GeneratedRatings {
  movies: Movie[];
  people: Iterable<GeneratedPerson>;
}

const DEFAULT_PERIOD: Period = { from: Date.UTC(2015, 0, 1) / 1000, until: Date.UTC(2026, 0, 1) / 1000 };
/** Of films drawn at random; those that people choose please them more, about 3.5 on average. */
const MEAN_RATING = 2.7;
/** Stars that one standard deviation of fit is worth. */
const TASTE_IN_STARS = 1.15;
const NOISE = 0.6;
/** How much a better fit makes a person more likely to watch, and how unlikely that is at all. */
const APPEAL_OF_FIT = 3;
const RELUCTANCE = 2;
/** How likely a person is to watch a famous film whatever their taste. */
const CURIOSITY = 0.04;
/** Fame falls with the rank in the catalogue as a power law (Zipf's). */
const FAME_EXPONENT = 0.9;
const FAME_OFFSET = 20;
const FAME_NOISE = 0.5;
/** After so many draws for each rating wanted, the rest is taken in the order of the catalogue. */
const MAX_DRAWS_PER_RATING = 30;

/** Prepares films and people; nothing is drawn for a person before the iteration asks. Throws `USAGE` for bad numbers. */
export function generateRatings(spec: GeneratorSpec): GeneratedRatings {
  assertPossible(spec);
  const movies = generatedMovies(spec.movies, spec.seed);
  return { movies, people: generatePeople(spec, movies) };
}

function* generatePeople(spec: GeneratorSpec, movies: readonly Movie[]): Generator<GeneratedPerson> {
  const { scale = 'half-stars', period = DEFAULT_PERIOD, seed } = spec;
  const tastes = movieTastes(movies, seed);
  const counts = activityOf(spec);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const choose = createChooser(movies.length, tastes, seed);
  const chosen = new Int32Array(most);
  const values = new Float32Array(most);
  const timestamps = new Uint32Array(most);
  const point = new Float64Array(TASTE_DIMENSIONS);
  for (const [person, count] of counts.entries()) {
    const random = createRandom(seed, streamOf(`person ${person + 1}`));
    const user = generatePerson(person + 1, random);
    drawTaste(user, random, point);
    const bias = drawBias(random);
    choose(person, count, point, random, chosen);
    for (let i = 0; i < count; i += 1) {
      const place = chosen[i] ?? 0;
      const fit = TASTE_IN_STARS * affinity(point, tastes, place) + (tastes.quality[place] ?? 0);
      values[i] = onScale(MEAN_RATING + bias + fit + NOISE * random.gaussian(), scale);
    }
    drawTimes(count, period, random, timestamps);
    yield {
      user,
      movies: chosen.subarray(0, count),
      values: values.subarray(0, count),
      timestamps: timestamps.subarray(0, count),
    };
  }
}

type Chooser = (
  person: number,
  count: number,
  point: Float64Array,
  random: Random,
  chosen: Int32Array,
) => void;

/** Draws films by fame, keeps those that please, and writes `count` different ones into `chosen`. */
function createChooser(movies: number, tastes: MovieTastes, seed: number): Chooser {
  const drawFamous = createWeightedDraw(fameOf(movies, seed));
  const takenBy = new Int32Array(movies).fill(-1);
  return (person, count, point, random, chosen) => {
    let length = 0;
    const take = (place: number) => {
      takenBy[place] = person;
      chosen[length] = place;
      length += 1;
    };
    for (let draws = count * MAX_DRAWS_PER_RATING; draws > 0 && length < count; draws -= 1) {
      const place = drawFamous(random);
      if (takenBy[place] === person) continue;
      const appeal =
        APPEAL_OF_FIT * affinity(point, tastes, place) + (tastes.quality[place] ?? 0) - RELUCTANCE;
      if (random.uniform() < CURIOSITY + (1 - CURIOSITY) / (1 + Math.exp(-appeal))) take(place);
    }
    for (let place = 0; length < count; place += 1) if (takenBy[place] !== person) take(place);
  };
}

function fameOf(movies: number, seed: number): Float64Array {
  const random = createRandom(seed, 0xfa3e);
  return Float64Array.from(
    { length: movies },
    (_, place) => (place + FAME_OFFSET) ** -FAME_EXPONENT * Math.exp(FAME_NOISE * random.gaussian()),
  );
}

function onScale(stars: number, scale: 'half-stars' | 'whole-stars'): number {
  const step = scale === 'half-stars' ? 0.5 : 1;
  return Math.min(5, Math.max(step, Math.round(stars / step) * step));
}

function assertPossible({ users, movies, ratings, seed }: GeneratorSpec): void {
  for (const [name, value] of Object.entries({ users, movies, ratings })) {
    if (Number.isInteger(value) && value >= 1 && value <= MAX_MOVIE_ID) continue;
    throw new MatineeError('USAGE', `cannot generate ${value} ${name}`, {
      hint: `Give a whole number from 1 to ${MAX_MOVIE_ID}.`,
    });
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new MatineeError('USAGE', `the seed ${seed} is not a whole number from 0`, {
      hint: 'Give one such as 42.',
    });
  }
  if (ratings < users || ratings > users * movies) {
    throw new MatineeError(
      'USAGE',
      `${users} people cannot give ${ratings} ratings to ${movies} films, each once`,
      {
        hint: `Ask for ${users} to ${users * movies} ratings.`,
      },
    );
  }
}
