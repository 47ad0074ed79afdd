/** Search: what was typed and the filters are in the address, so that a search can be kept and shared. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { searchQuery } from '../../api/queries.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MovieCard } from '../../movies/movie-card.tsx';
import { MovieGrid } from '../../movies/movie-grid.tsx';
import { useOwnRatings } from '../../rating/use-own-ratings.ts';
import { SearchBox } from '../../search/search-box.tsx';
import { useDebounced } from '../../search/use-debounced.ts';
import { useSession } from '../../session/person.ts';
import { Failure } from '../../states/failure.tsx';
import { Panel } from '../../states/panel.tsx';
import { GridSkeleton } from '../../states/skeleton.tsx';
import { type Filters, readFilters, writeFilters } from './filters.ts';
import { RecentList } from './recent-list.tsx';
import { SearchFilters } from './search-filters.tsx';
import './search-page.css';

const TYPING_MILLISECONDS = 160;

export function SearchPage() {
  const { t } = useTranslation();
  const { userId } = useSession();
  const [parameters, setParameters] = useSearchParams();
  /** What was searched for again: each time the box starts anew with it. */
  const [again, setAgain] = useState<readonly string[]>([]);
  const filters = readFilters(parameters);
  const query = useDebounced(filters.query, TYPING_MILLISECONDS);
  const found = useInfiniteQuery(searchQuery({ ...filters, query }));
  const { ratings } = useOwnRatings(userId);
  const ownRatings = useMemo(
    () => new Map(ratings?.map(({ movieId, rating }) => [movieId, rating])),
    [ratings],
  );
  usePageTitle(filters.query === '' ? t('search.title') : `${filters.query} · ${t('search.title')}`);
  const change = (changes: Partial<Filters>) =>
    setParameters((old) => writeFilters({ ...readFilters(old), ...changes }), {
      replace: true,
      preventScrollReset: true,
    });
  const first = found.data?.pages[0];
  const movies = found.data?.pages.flatMap(({ results }) => results);
  return (
    <div className="search-page">
      <h1 className="page-heading">{t('search.heading')}</h1>
      <div className="search-page__controls">
        <SearchBox
          key={again.length}
          initialQuery={again.at(-1) ?? filters.query}
          onSearch={(text) => change({ query: text })}
        />
        <SearchFilters filters={filters} facets={first?.facets} onChange={change} />
      </div>
      <RecentList
        current={filters.query}
        onSearch={(query) => {
          setAgain([...again, query]);
          change({ query });
        }}
      />
      <p className="search-page__count" role="status">
        {first === undefined ? '' : t('search.found', { count: first.total })}
      </p>
      {found.isPending ? <GridSkeleton /> : null}
      {found.isError && movies === undefined ? (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {movies?.length === 0 ? (
        <Panel picture="empty-seats" title={t('search.none')} detail={t('search.noneDetail')} />
      ) : null}
      <div data-stale={found.isPlaceholderData} className="search-page__found">
        <MovieGrid>
          {movies?.map((movie) => (
            <MovieCard
              key={movie.movieId}
              movie={movie}
              ownRating={ownRatings.get(movie.movieId)}
              canRate={userId !== null}
            />
          ))}
        </MovieGrid>
      </div>
      {found.hasNextPage ? (
        <button
          type="button"
          className="button search-page__more"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('search.more')}
        </button>
      ) : null}
    </div>
  );
}
