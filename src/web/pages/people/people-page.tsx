/** Who is watching: somebody from the data, or a new person. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { failureKind } from '../../api/api-error.ts';
import { profilesQuery } from '../../api/queries.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSession } from '../../session/person.ts';
import { Failure } from '../../states/failure.tsx';
import { GridSkeleton } from '../../states/skeleton.tsx';
import { NewPerson } from './new-person.tsx';
import { ProfileCard } from './profile-card.tsx';
import './people-page.css';

export function PeoplePage() {
  const { t } = useTranslation();
  const { userId } = useSession();
  const profiles = useInfiniteQuery(profilesQuery);
  usePageTitle(t('people.title'));
  const people = profiles.data?.pages.flatMap(({ results }) => results);
  // Outside a demonstration nobody may act as somebody else: the server says that there is no such list.
  const closed = profiles.isError && failureKind(profiles.error) === 'not-found';
  return (
    <div className="people">
      <header>
        <h1 className="page-heading">{t('people.title')}</h1>
        <p className="page-lead">{t('people.lead')}</p>
      </header>
      <NewPerson />
      {userId === null ? null : (
        <Link className="button button--quiet people__together" to="/together">
          {t('together.open')}
        </Link>
      )}
      <section aria-labelledby="people-list">
        <h2 id="people-list" className="people__subtitle">
          {t('people.list')}
        </h2>
        {profiles.isPending ? <GridSkeleton count={12} /> : null}
        {profiles.isError && people === undefined && !closed ? (
          <Failure error={profiles.error} onRetry={() => void profiles.refetch()} />
        ) : null}
        {closed || people?.length === 0 ? (
          <p>
            {t('people.none')} {t('people.noneDetail')}
          </p>
        ) : null}
        <ul className="people__list">
          {people?.map((profile) => (
            <li key={profile.userId}>
              <ProfileCard profile={profile} />
            </li>
          ))}
        </ul>
        {profiles.hasNextPage ? (
          <button
            type="button"
            className="button people__more"
            disabled={profiles.isFetchingNextPage}
            onClick={() => void profiles.fetchNextPage()}
          >
            {t('people.more')}
          </button>
        ) : null}
      </section>
    </div>
  );
}
