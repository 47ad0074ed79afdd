/** The first row as the sliders make it, and how much of it they changed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { rowsQuery } from '../../api/queries.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MovieRow } from '../../movies/movie-row.tsx';
import { useDebounced } from '../../search/use-debounced.ts';
import { Failure } from '../../states/failure.tsx';
import { RowsSkeleton } from '../../states/skeleton.tsx';
import { isSteering, NO_STEERING, type Steering } from '../../taste/steering.ts';

const SLIDING_MILLISECONDS = 90;

interface SteeredRowProps {
  userId: string;
  steering: Steering;
  ownRatings: ReadonlyMap<number, number>;
}

export function SteeredRow({ userId, steering, ownRatings }: SteeredRowProps) {
  const { t } = useTranslation();
  const rested = useDebounced(steering, SLIDING_MILLISECONDS);
  const plain = useQuery(rowsQuery(userId, NO_STEERING));
  const rows = useQuery({ ...rowsQuery(userId, rested), placeholderData: keepPreviousData });
  const [row] = rows.data?.rows ?? [];
  const before = new Set(plain.data?.rows[0]?.items.map(({ movieId }) => movieId));
  const others = row?.items.filter(({ movieId }) => !before.has(movieId)).length ?? 0;
  const words = isSteering(rested)
    ? t('steer.changed', { count: others, total: row?.items.length ?? 0 })
    : t('steer.unchanged');
  return (
    <div className="steered-row" data-stale={rows.isPlaceholderData}>
      {rows.isPending ? <RowsSkeleton rows={1} /> : null}
      {rows.isError && rows.data === undefined ? (
        <Failure error={rows.error} onRetry={() => void rows.refetch()} />
      ) : null}
      <p className="steered-row__words" role="status">
        {row === undefined || plain.data === undefined || rows.isPlaceholderData ? '' : words}
      </p>
      {row === undefined ? null : <MovieRow row={row} userId={userId} ownRatings={ownRatings} />}
    </div>
  );
}
