/** A film in one of a person's own lists: its poster, what it is, and what can be done with it there. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Poster } from '../../poster/poster.tsx';
import type { ListedMovie } from '../../rating/rating-change.ts';

interface ListedFilmProps {
  movie: ListedMovie;
  /** What is said of it here, after its year. */
  fact: string;
  children: ReactNode;
}

export function ListedFilm({ movie, fact, children }: ListedFilmProps) {
  const { t } = useTranslation();
  return (
    <article className="rated">
      <Link to={`/film/${movie.movieId}`} className="rated__link">
        <span className="rated__poster">
          <Poster movie={movie} decorative />
        </span>
        <span className="rated__title" dir="auto">
          {movie.title}
        </span>
      </Link>
      <p className="rated__facts">
        {movie.year ?? t('movie.yearUnknown')} · {fact}
      </p>
      <div className="rated__actions">{children}</div>
    </article>
  );
}
