/** Year and genres of a film, in a line. */

import { genreName } from '../i18n/genre-name.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { ListedMovie } from '../rating/rating-change.ts';

export function MovieFacts({ movie }: { movie: Pick<ListedMovie, 'year' | 'genres'> }) {
  const { t } = useTranslation();
  const genres = movie.genres.map((genre) => genreName(genre, t));
  return (
    <p className="movie-facts">
      <span>{movie.year ?? t('movie.yearUnknown')}</span>
      {genres.length === 0 ? null : <span>{genres.join(', ')}</span>}
    </p>
  );
}
