/**
 * The first ratings: a handful of films, chosen by what the model would learn of the person and by how many know them,
 * others with every answer. From five on the rows are the person's.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { questionsQuery } from '../../api/queries.ts';
import { Icon } from '../../app/icon.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOwnRatings } from '../../rating/use-own-ratings.ts';
import { useRate } from '../../rating/use-rate.ts';
import { Failure } from '../../states/failure.tsx';
import { Panel } from '../../states/panel.tsx';
import { GridSkeleton } from '../../states/skeleton.tsx';
import { arrangeQuestions, type Question } from './arrange-questions.ts';
import { QuestionCard } from './question-card.tsx';
import './start-page.css';

const ENOUGH = 5;
const PLACES = 6;

export function StartPage({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const [unknown, setUnknown] = useState<readonly number[]>([]);
  const [shown, setShown] = useState<readonly Question[]>([]);
  const { ratings } = useOwnRatings(userId);
  const rate = useRate(userId);
  const next = useQuery({ ...questionsQuery(userId, unknown), placeholderData: keepPreviousData });
  usePageTitle(t('start.title'));
  const answered = new Set([...unknown, ...(ratings ?? []).map(({ movieId }) => movieId)]);
  const places = arrangeQuestions(shown, next.data?.items ?? [], (id) => answered.has(id), PLACES);
  if (places.length !== shown.length || places.some((question, place) => question !== shown[place])) {
    setShown(places);
  }
  const rated = ratings?.length ?? 0;
  return (
    <div className="start">
      <header className="start__header">
        <div>
          <h1 className="page-heading">{t('start.heading')}</h1>
          <p className="page-lead">{t('start.lead')}</p>
        </div>
        <div className="start__progress">
          <span className="start-hint__stars" aria-hidden="true">
            {Array.from({ length: ENOUGH }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: stars are their places
              <span key={index} data-done={index < rated}>
                <Icon name="star" filled={index < rated} />
              </span>
            ))}
          </span>
          <p role="status">
            {rated < ENOUGH ? t('start.toGo', { count: ENOUGH - rated }) : t('start.enough')}
          </p>
          <Link className={rated < ENOUGH ? 'button button--quiet' : 'button'} to="/">
            {t(rated < ENOUGH ? 'start.skip' : 'start.done')}
          </Link>
        </div>
      </header>
      {next.isPending ? <GridSkeleton count={PLACES} /> : null}
      {next.isError && next.data === undefined ? (
        <Failure error={next.error} onRetry={() => void next.refetch()} />
      ) : null}
      {next.isSuccess && places.length === 0 ? (
        <Panel picture="empty-seats" title={t('start.none')} detail={t('start.noneDetail')} />
      ) : null}
      <ul className="start__questions">
        {places.map((film) => (
          <li key={film.movieId}>
            <QuestionCard
              film={film}
              onRate={(rating) => rate(film, rating)}
              onUnknown={() => setUnknown([...unknown, film.movieId])}
            />
          </li>
        ))}
      </ul>
      <p className="start__other">
        {t('start.import')} <Link to="/import">{t('import.title')}</Link>
      </p>
    </div>
  );
}
