/** A film that is recommended, as the API shows it. */
import type { RecommendedFilm } from '../recommender/ranking.ts';
import type { RecommendedItem } from './schemas/recommendation.ts';

export function itemOf({ movie, ...film }: RecommendedFilm, index: number): RecommendedItem {
  const { movieId, title, genres, year } = movie;
  return { position: index + 1, movieId, title, genres, year, ...film };
}
