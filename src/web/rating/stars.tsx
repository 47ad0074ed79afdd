/** A rating shown in stars, not to be changed. */

import { formatRating } from '../i18n/format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Star } from './star.tsx';
import { starFill } from './star-values.ts';
import './star-rating.css';

export function Stars({ value, maximum = 5 }: { value: number; maximum?: number }) {
  const { t } = useTranslation();
  return (
    <span className="stars" role="img" aria-label={t('rate.value', { value: formatRating(value), maximum })}>
      {Array.from({ length: maximum }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stars are their places
        <Star key={index} fill={starFill(value, index)} />
      ))}
    </span>
  );
}
