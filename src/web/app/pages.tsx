/** Which page stands at which address; all but the first travel when they are opened. */
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
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
const TastePage = lazy(async () => ({ default: (await import('../pages/taste/taste-page.tsx')).TastePage }));
const NotFoundPage = lazy(async () => ({
  default: (await import('../pages/not-found-page.tsx')).NotFoundPage,
}));

export function Pages() {
  const { userId } = useSession();
  const nobody = <Navigate to="/people" replace />;
  return (
    <PageBoundary>
      <Suspense fallback={<RowsSkeleton />}>
        <Routes>
          <Route path="/" element={userId === null ? nobody : <HomePage key={userId} userId={userId} />} />
          <Route path="/people" element={<PeoplePage />} />
          <Route path="/film/:movieId" element={<MoviePage />} />
          <Route path="/search" element={<SearchPage />} />
          <Route
            path="/ratings"
            element={userId === null ? nobody : <RatingsPage key={userId} userId={userId} />}
          />
          <Route
            path="/ratings/watchlist"
            element={userId === null ? nobody : <WatchlistPage key={userId} userId={userId} />}
          />
          <Route
            path="/ratings/hidden"
            element={userId === null ? nobody : <HiddenPage key={userId} userId={userId} />}
          />
          <Route
            path="/taste"
            element={userId === null ? nobody : <TastePage key={userId} userId={userId} />}
          />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </PageBoundary>
  );
}
