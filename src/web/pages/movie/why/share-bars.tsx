/** The ratings that have the largest part in a score, as bars to either side of nothing, each to be left out. */
import { Link } from 'react-router';
import { Icon } from '../../../app/icon.tsx';
import { formatRating, formatShare } from '../../../i18n/format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { paint } from '../../../styles/paint.ts';
import type { Contribution, ShareSum } from './sum-shares.ts';

interface ShareBarsProps {
  sum: ShareSum;
  unit: 'stars' | 'percent';
  onLeaveOut: (contribution: Contribution) => void;
}

export function ShareBars({ sum, unit, onLeaveOut }: ShareBarsProps) {
  const { t } = useTranslation();
  return (
    <ol className="shares">
      {sum.contributions.map((contribution) => {
        const { movieId, title, rating, share } = contribution;
        return (
          <li key={movieId} className="shares__row">
            <Link to={`/film/${movieId}`} className="shares__film" dir="auto">
              {title}
            </Link>
            <span className="shares__given">
              {rating === null ? t('why.unrated') : t('why.given', { value: formatRating(rating) })}
            </span>
            <span
              className="shares__bar"
              data-sign={share < 0 ? 'minus' : 'plus'}
              style={paint({ '--share': sum.largest === 0 ? 0 : Math.abs(share) / sum.largest })}
              aria-hidden="true"
            />
            <span className="shares__value">{formatShare(share, sum.decimals, unit)}</span>
            <button
              type="button"
              className="icon-button shares__out"
              aria-label={t('why.leaveOutOf', { film: title })}
              title={t('why.leaveOut')}
              onClick={() => onLeaveOut(contribution)}
            >
              <Icon name="close" />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
