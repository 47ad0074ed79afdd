/** How sure a predicted rating is: the scale, what nine of ten such ratings lie within, and the prediction on it. */
import { formatRating } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useRatingScale } from '../../rating/use-rating-scale.ts';
import { paint } from '../../styles/paint.ts';

interface RatingIntervalBarProps {
  predicted: number;
  interval: { low: number; high: number };
}

export function RatingIntervalBar({ predicted, interval }: RatingIntervalBarProps) {
  const { t } = useTranslation();
  const { minimum, maximum } = useRatingScale();
  const place = (value: number) => (value - minimum) / (maximum - minimum || 1);
  return (
    <span className="interval">
      <span
        className="interval__scale"
        aria-hidden="true"
        style={paint({
          '--low': place(interval.low),
          '--high': place(interval.high),
          '--at': place(predicted),
        })}
      >
        <span className="interval__band" />
        <span className="interval__mark" />
        <span className="interval__end">{formatRating(minimum)}</span>
        <span className="interval__end">{formatRating(maximum)}</span>
      </span>
      <span className="interval__words">
        {t('movie.interval', {
          low: formatRating(interval.low, 'computed'),
          high: formatRating(interval.high, 'computed'),
        })}
      </span>
    </span>
  );
}
