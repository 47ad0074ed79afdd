/** What a person wants to watch: to rate once it is seen, or to take off the list. */
import { Icon } from '../../app/icon.tsx';
import { genreName } from '../../i18n/genre-name.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { StarRating } from '../../rating/star-rating.tsx';
import { useOwnRatings } from '../../rating/use-own-ratings.ts';
import { useRate } from '../../rating/use-rate.ts';
import { useRatingScale } from '../../rating/use-rating-scale.ts';
import { useReact } from '../../reactions/use-react.ts';
import { ListedFilm } from './listed-film.tsx';
import { OpinionsList } from './opinions-list.tsx';

export function WatchlistPage({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const scale = useRatingScale();
  const rate = useRate(userId);
  const { ratings } = useOwnRatings(userId);
  const { watch } = useReact(userId);
  return (
    <OpinionsList userId={userId} list="watchlist" belongs={({ watchlist }) => watchlist}>
      {(film) => (
        <ListedFilm movie={film} fact={film.genres.map((genre) => genreName(genre, t)).join(', ')}>
          <StarRating
            label={t('rate.heading', { film: film.title })}
            value={ratings?.find(({ movieId }) => movieId === film.movieId)?.rating ?? null}
            scale={scale}
            onRate={(value) => rate(film, value)}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={t('watchlist.removeOf', { film: film.title })}
            title={t('watchlist.removeOf', { film: film.title })}
            onClick={() => watch(film, false)}
          >
            <Icon name="bookmark" filled />
          </button>
        </ListedFilm>
      )}
    </OpinionsList>
  );
}
