/** The films of which a person thinks something in particular, as a page of their own. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type ListedOpinion, type Opinion, useOpinions } from '../../reactions/opinions.ts';
import { Failure } from '../../states/failure.tsx';
import { Panel } from '../../states/panel.tsx';
import { GridSkeleton } from '../../states/skeleton.tsx';
import { MyFilmsTabs } from './my-films-tabs.tsx';
import './ratings-page.css';

interface OpinionsListProps {
  userId: string;
  list: 'watchlist' | 'hidden';
  belongs: (opinion: Opinion) => boolean;
  children: (film: ListedOpinion, opinion: Opinion) => ReactNode;
}

export function OpinionsList({ userId, list, belongs, children }: OpinionsListProps) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch, opinionOf } = useOpinions(userId);
  usePageTitle(t(`${list}.heading`));
  const films = data?.filter(({ movieId }) => belongs(opinionOf(movieId)));
  return (
    <div className="ratings-page">
      <header>
        <h1 className="page-heading">{t(`${list}.heading`)}</h1>
        <p className="page-lead" role="status">
          {films === undefined || films.length === 0 ? '' : t(`${list}.count`, { count: films.length })}
        </p>
      </header>
      <MyFilmsTabs />
      {isPending ? <GridSkeleton count={6} /> : null}
      {error !== null && data === undefined ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {films?.length === 0 ? (
        <Panel picture="empty-seats" title={t(`${list}.none`)} detail={t(`${list}.noneDetail`)}>
          <Link className="button" to="/">
            {t('mine.home')}
          </Link>
        </Panel>
      ) : null}
      <ul className="ratings-page__list">
        {films?.map((film) => (
          <li key={film.movieId}>{children(film, opinionOf(film.movieId))}</li>
        ))}
      </ul>
    </div>
  );
}
