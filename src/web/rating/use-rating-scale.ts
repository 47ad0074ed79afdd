/** The scale that this server's data is rated on. */
import { useQuery } from '@tanstack/react-query';
import { aboutQuery } from '../api/queries.ts';
import { DEFAULT_SCALE, type RatingScale } from './star-values.ts';

export function useRatingScale(): RatingScale {
  return useQuery(aboutQuery).data?.ratingScale ?? DEFAULT_SCALE;
}
