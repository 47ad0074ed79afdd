/** Films like this one. */
import { useQuery } from '@tanstack/react-query';
import { similarQuery } from '../../api/queries.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MovieCard } from '../../movies/movie-card.tsx';
import { Scroller } from '../../movies/scroller.tsx';
import { useOwnRatings } from '../../rating/use-own-ratings.ts';
import { Failure } from '../../states/failure.tsx';
import { RowsSkeleton } from '../../states/skeleton.tsx';

export function SimilarMovies({ movieId, userId }: { movieId: number; userId: string | null }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(similarQuery(movieId));
  const { ratings } = useOwnRatings(userId);
  return (
    <section className="movie-row" aria-labelledby="similar-title">
      <h2 id="similar-title" className="movie-row__title">
        {t('row.similar')}
      </h2>
      {isPending ? <RowsSkeleton rows={1} /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? <p>{t('movie.noSimilar')}</p> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <Scroller name={t('row.similar')} labelledBy="similar-title">
          {data.items.map((item) => (
            <MovieCard
              key={item.movieId}
              movie={item}
              ownRating={ratings?.find((own) => own.movieId === item.movieId)?.rating}
              attribution={{ recommendationId: data.recommendationId, position: item.position }}
              canRate={userId !== null}
            />
          ))}
        </Scroller>
      )}
    </section>
  );
}
