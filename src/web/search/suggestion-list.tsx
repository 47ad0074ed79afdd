/** The films that what was typed may mean. The focus stays in the text; the active one is only marked. */

import type { SuggestAnswer } from '../../api/schemas/movie.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { MovieFacts } from '../movies/movie-facts.tsx';
import { Poster } from '../poster/poster.tsx';

interface SuggestionListProps {
  id: string;
  movies: SuggestAnswer['results'];
  active: number;
  query: string;
  onOpen: (movieId: number) => void;
  onAll: () => void;
}

export function SuggestionList({ id, movies, active, query, onOpen, onAll }: SuggestionListProps) {
  const { t } = useTranslation();
  return (
    // Pressing must not take the focus from the text.
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is
    <div className="suggestions" onMouseDown={(event) => event.preventDefault()}>
      <div role="listbox" id={`${id}-list`} aria-label={t('search.label')}>
        {movies.map((movie, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
          <div
            key={movie.movieId}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="suggestions__option"
            onClick={() => onOpen(movie.movieId)}
          >
            <span className="suggestions__poster">
              <Poster movie={movie} decorative />
            </span>
            <div className="suggestions__film">
              <span className="suggestions__title" dir="auto">
                {movie.title}
              </span>
              <MovieFacts movie={movie} />
            </div>
          </div>
        ))}
      </div>
      <button type="button" className="suggestions__all" tabIndex={-1} onClick={onAll}>
        {t('search.all', { query })}
      </button>
    </div>
  );
}
