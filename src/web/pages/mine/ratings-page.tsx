/** My ratings: every film rated, to change or take back. */
import { useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOwnRatings } from '../../rating/use-own-ratings.ts';
import { Failure } from '../../states/failure.tsx';
import { Panel } from '../../states/panel.tsx';
import { GridSkeleton } from '../../states/skeleton.tsx';
import { MyFilmsTabs } from './my-films-tabs.tsx';
import { RatedMovie } from './rated-movie.tsx';
import './ratings-page.css';
import { RATING_ORDERS, type RatingOrder, sortRatings } from './sort-ratings.ts';

const PAGE = 60;

export function RatingsPage({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const { ratings, error, isPending, refetch } = useOwnRatings(userId);
  const [order, setOrder] = useState<RatingOrder>('latest');
  const [shown, setShown] = useState(PAGE);
  usePageTitle(t('ratings.title'));
  const sorted = sortRatings(ratings ?? [], order);
  return (
    <div className="ratings-page">
      <header className="ratings-page__header">
        <div>
          <h1 className="page-heading">{t('ratings.heading')}</h1>
          <p className="page-lead" role="status">
            {ratings === undefined ? '' : t('ratings.count', { count: ratings.length })}
          </p>
        </div>
        {sorted.length === 0 ? null : (
          <label className="field">
            {t('ratings.sort')}
            <select
              value={order}
              onChange={(event) =>
                setOrder(RATING_ORDERS.find((known) => known === event.target.value) ?? 'latest')
              }
            >
              {RATING_ORDERS.map((known) => (
                <option key={known} value={known}>
                  {t(`ratings.${known}`)}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      <MyFilmsTabs />
      {isPending && ratings === undefined ? <GridSkeleton count={6} /> : null}
      {error !== null && ratings === undefined ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : null}
      {ratings?.length === 0 ? (
        <Panel picture="empty-seats" title={t('ratings.none')} detail={t('ratings.noneDetail')}>
          <Link className="button" to="/search">
            {t('ratings.find')}
          </Link>
        </Panel>
      ) : null}
      <ul className="ratings-page__list">
        {sorted.slice(0, shown).map((rating) => (
          <li key={rating.movieId}>
            <RatedMovie userId={userId} rating={rating} />
          </li>
        ))}
      </ul>
      {sorted.length > shown ? (
        <button type="button" className="button ratings-page__more" onClick={() => setShown(shown + PAGE)}>
          {t('ratings.more')}
        </button>
      ) : null}
    </div>
  );
}
