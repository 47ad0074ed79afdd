/** The charts of the dashboard, in the order of the page. */
import type { Chart } from './chart.ts';
import { activity } from './charts/activity.ts';
import { coverage } from './charts/coverage.ts';
import { genres } from './charts/genres.ts';
import { ageBands, genders, occupations, userActivity } from './charts/people.ts';
import { ratingDistribution } from './charts/rating-distribution.ts';
import { ratingsOverTime } from './charts/ratings-over-time.ts';
import { releaseYears } from './charts/release-years.ts';
import { bestRated, mostRated } from './charts/top-movies.ts';

export const CHARTS: readonly Chart[] = [
  ratingsOverTime,
  ratingDistribution,
  mostRated,
  bestRated,
  genres,
  releaseYears,
  activity,
  userActivity,
  ageBands,
  genders,
  occupations,
  coverage,
];
