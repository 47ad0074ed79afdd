/** What is popular with everybody: the answer for somebody of whom nothing is known. */
import type { MovieSummary } from '../store/store.ts';

export interface Popularity {
  /** Bayesian average rating of each film: its mean, drawn towards the mean of all by films' median count of ratings. */
  average: Float64Array;
  /** Bayesian average × ln(1 + ratings): well liked and by many. Zero for a film without ratings. */
  score: Float64Array;
  /** Films with at most this many ratings count as little known: the median over films with any. */
  fewRatings: number;
}

/** Both figures for each film, in the order given. */
export function popularityOf(movies: readonly MovieSummary[]): Popularity {
  let ratings = 0;
  let sum = 0;
  for (const movie of movies) {
    ratings += movie.ratings;
    sum += movie.ratings * (movie.meanRating ?? 0);
  }
  const overallMean = ratings === 0 ? 0 : sum / ratings;
  const fewRatings = medianCount(movies);
  const average = Float64Array.from(
    movies,
    (movie) =>
      (fewRatings * overallMean + movie.ratings * (movie.meanRating ?? 0)) / (fewRatings + movie.ratings),
  );
  const score = average.map((mean, row) => mean * Math.log1p(movies[row]?.ratings ?? 0));
  return { average, score, fewRatings };
}

function medianCount(movies: readonly MovieSummary[]): number {
  const counts = movies.flatMap((movie) => (movie.ratings > 0 ? [movie.ratings] : [])).sort((a, b) => a - b);
  return counts[counts.length >>> 1] ?? 1;
}
