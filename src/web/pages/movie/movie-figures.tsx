/** What everybody gave a film, and what we think this person would. */
import { useQuery } from '@tanstack/react-query';
import type { MovieAnswer } from '../../../api/schemas/movie.ts';
import { predictionQuery } from '../../api/queries.ts';
import { formatRating } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { reasonText } from '../../movies/row-text.ts';
import { useOwnRating } from '../../rating/use-own-ratings.ts';
import { useOpinions } from '../../reactions/opinions.ts';
import { RatingIntervalBar } from './rating-interval-bar.tsx';

interface MovieFiguresProps {
  movie: MovieAnswer;
  userId: string | null;
}

export function MovieFigures({ movie, userId }: MovieFiguresProps) {
  const { t } = useTranslation();
  return (
    <dl className="figures">
      {userId === null ? null : <Prediction movieId={movie.movieId} userId={userId} />}
      <div className="figures__figure">
        <dt>{t('movie.mean')}</dt>
        <dd>
          {movie.meanRating === null ? (
            t('movie.noRatings')
          ) : (
            <>
              <strong>{formatRating(movie.meanRating, 'computed')}</strong>{' '}
              <span>{t('movie.ratings', { count: movie.ratings })}</span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** Only for a film they have not rated: what they gave is known, and shown in the stars. */
function Prediction({ movieId, userId }: { movieId: number; userId: string }) {
  const { t } = useTranslation();
  const own = useOwnRating(userId, movieId);
  const { verdict } = useOpinions(userId).opinionOf(movieId);
  const hidden = verdict === 'hide' || verdict === 'dislike';
  const { data, isPending } = useQuery({ ...predictionQuery(userId, movieId), enabled: own === null });
  if (own !== null && own !== undefined) return null;
  const predicted = data?.predictedRating ?? null;
  const reason = data?.reasons.find(({ kind }) => kind !== 'popular');
  return (
    <div className="figures__figure figures__figure--yours">
      <dt>{t('movie.predictedLabel')}</dt>
      <dd>
        {isPending ? <span className="skeleton figures__waiting" /> : null}
        {isPending || predicted !== null ? null : (
          <span>{hidden ? t('movie.hidden') : t('movie.predictedNone')}</span>
        )}
        {predicted === null ? null : (
          <>
            <strong>{formatRating(predicted, 'computed')}</strong>{' '}
            {reason === undefined ? null : <span>{reasonText(reason, t)}</span>}
            {data?.ratingInterval === undefined ? null : (
              <RatingIntervalBar predicted={predicted} interval={data.ratingInterval} />
            )}
          </>
        )}
      </dd>
    </div>
  );
}
