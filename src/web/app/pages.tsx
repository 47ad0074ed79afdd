/** Which page stands at which address; all but the first travel when they are opened. */
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { sessionQuery } from '../api/queries.ts';
import { HomePage } from '../pages/home/home-page.tsx';
import { useSession } from '../session/person.ts';
import { RowsSkeleton } from '../states/skeleton.tsx';
import { PageBoundary } from './page-boundary.tsx';

const PeoplePage = lazy(async () => ({
  default: (await import('../pages/people/people-page.tsx')).PeoplePage,
}));
const MoviePage = lazy(async () => ({ default: (await import('../pages/movie/movie-page.tsx')).MoviePage }));
const SearchPage = lazy(async () => ({
  default: (await import('../pages/search/search-page.tsx')).SearchPage,
}));
const RatingsPage = lazy(async () => ({
  default: (await import('../pages/mine/ratings-page.tsx')).RatingsPage,
}));
const WatchlistPage = lazy(async () => ({
  default: (await import('../pages/mine/watchlist-page.tsx')).WatchlistPage,
}));
const HiddenPage = lazy(async () => ({
  default: (await import('../pages/mine/hidden-page.tsx')).HiddenPage,
}));
const StartPage = lazy(async () => ({ default: (await import('../pages/start/start-page.tsx')).StartPage }));
const ImportPage = lazy(async () => ({
  default: (await import('../pages/import/import-page.tsx')).ImportPage,
}));
const TogetherPage = lazy(async () => ({
  default: (await import('../pages/together/together-page.tsx')).TogetherPage,
}));
const TastePage = lazy(async () => ({ default: (await import('../pages/taste/taste-page.tsx')).TastePage }));
const DashboardPage = lazy(async () => ({
  default: (await import('../pages/dashboard/dashboard-page.tsx')).DashboardPage,
}));
const AccountPage = lazy(async () => ({
  default: (await import('../pages/account/account-page.tsx')).AccountPage,
}));
const NotFoundPage = lazy(async () => ({
  default: (await import('../pages/not-found-page.tsx')).NotFoundPage,
}));

export function Pages() {
  const { userId } = useSession();
  const { data: session } = useQuery(sessionQuery);
  /** A page of whoever is watching: where nobody is, they are chosen first. */
  const own = (Page: ComponentType<{ userId: string }>) =>
    userId === null ? (
      <Navigate to={session?.required === true ? '/account' : '/people'} replace />
    ) : (
      <Page key={userId} userId={userId} />
    );
  return (
    <PageBoundary>
      <Suspense fallback={<RowsSkeleton />}>
        <Routes>
          <Route path="/" element={own(HomePage)} />
          <Route path="/people" element={<PeoplePage />} />
          <Route path="/film/:movieId" element={<MoviePage />} />
          <Route path="/search" element={<SearchPage />} />
          <Route path="/ratings" element={own(RatingsPage)} />
          <Route path="/ratings/watchlist" element={own(WatchlistPage)} />
          <Route path="/ratings/hidden" element={own(HiddenPage)} />
          <Route path="/taste" element={own(TastePage)} />
          <Route path="/start" element={own(StartPage)} />
          <Route path="/together" element={own(TogetherPage)} />
          <Route path="/import" element={own(ImportPage)} />
          <Route path="/account" element={<AccountPage />} />
          <Route path="/dashboard" element={<DashboardPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </PageBoundary>
  );
}
