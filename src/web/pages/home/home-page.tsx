/** Home: the first choice, then rows of recommendations that learn from every rating. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rowsQuery } from '../../api/queries.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOwnRatings } from '../../rating/use-own-ratings.ts';
import { useHiddenHere } from '../../reactions/opinions.ts';
import { useSession } from '../../session/person.ts';
import { personName } from '../../session/person-name.ts';
import { Failure } from '../../states/failure.tsx';
import { Panel } from '../../states/panel.tsx';
import { SteeredNote } from '../../taste/steered-note.tsx';
import { useSteering } from '../../taste/steering.ts';
import { arrangeHome } from './arrange-home.ts';
import { HomeSkeleton } from './home-skeleton.tsx';
import { LearningStatus } from './learning-status.tsx';
import { Rows } from './rows.tsx';
import { Spotlight } from './spotlight.tsx';
import { StartHint } from './start-hint.tsx';
import './home-page.css';

export function HomePage({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const rows = useQuery({
    ...rowsQuery(userId, useSteering(userId)),
    placeholderData: keepPreviousData,
  });
  const { ratings } = useOwnRatings(userId);
  const isHidden = useHiddenHere(userId);
  usePageTitle(t('home.title'));

  const ownRatings = useMemo(
    () => new Map(ratings?.map(({ movieId, rating }) => [movieId, rating])),
    [ratings],
  );
  const counted = rows.data?.experiment !== undefined;
  const { first, others } = arrangeHome(rows.data?.rows ?? [], isHidden);

  return (
    <div className="home">
      <h1 className="visually-hidden">{t('home.heading', { name: personName(userId, session, t) })}</h1>
      <LearningStatus learning={rows.isFetching && !rows.isPending} version={rows.dataUpdatedAt} />
      {rows.isPending ? <HomeSkeleton /> : null}
      {rows.isError && rows.data === undefined ? (
        <Failure error={rows.error} onRetry={() => void rows.refetch()} />
      ) : null}
      {first === null ? null : (
        <Spotlight item={first.item} row={first.row} userId={userId} counted={counted} />
      )}
      {ratings === undefined || rows.data === undefined || first === null ? null : (
        <StartHint rated={ratings.length} />
      )}
      {first === null ? null : <SteeredNote userId={userId} />}
      <Rows rows={others} userId={userId} ownRatings={ownRatings} counted={counted} />
      {rows.isSuccess && first === null ? (
        <Panel picture="empty-seats" title={t('home.empty')} detail={t('home.emptyDetail')} />
      ) : null}
    </div>
  );
}
