/** My taste: sliders that steer the rows, seen at once; the taste as a picture; the way to what it was made from. */
import { useMemo } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOwnRatings } from '../../rating/use-own-ratings.ts';
import { Failure } from '../../states/failure.tsx';
import { Panel } from '../../states/panel.tsx';
import { steer, useSteering } from '../../taste/steering.ts';
import { SteeredRow } from './steered-row.tsx';
import { SteeringForm } from './steering-form.tsx';
import { TasteSection } from './taste-section.tsx';
import './taste-page.css';

export function TastePage({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const steering = useSteering(userId);
  const { ratings, error, refetch } = useOwnRatings(userId);
  usePageTitle(t('taste.title'));
  const ownRatings = useMemo(
    () => new Map(ratings?.map(({ movieId, rating }) => [movieId, rating])),
    [ratings],
  );
  return (
    <div className="taste-page">
      <header>
        <h1 className="page-heading">{t('taste.title')}</h1>
        <p className="page-lead">{t('taste.lead')}</p>
      </header>
      <section className="taste-page__steer" aria-label={t('taste.steer')}>
        <SteeringForm steering={steering} onSteer={(next) => steer(userId, next)} />
        <SteeredRow userId={userId} steering={steering} ownRatings={ownRatings} />
      </section>
      {error !== null && ratings === undefined ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : null}
      {ratings?.length === 0 ? (
        <Panel picture="projector" title={t('taste.none')} detail={t('taste.noneDetail')}>
          <Link className="button" to="/start">
            {t('start.heading')}
          </Link>
        </Panel>
      ) : null}
      {ratings === undefined || ratings.length === 0 ? null : (
        <>
          <TasteSection ratings={ratings} />
          <Link className="button button--quiet taste-page__edit" to="/ratings">
            {t('taste.edit', { count: ratings.length })}
          </Link>
        </>
      )}
    </div>
  );
}
