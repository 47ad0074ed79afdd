/**
 * Search as you type: an editable combobox with a list of suggestions (ARIA's pattern with a list box and
 * `aria-activedescendant`). Enter opens the active film, or all results when none is active; Escape closes, then clears.
 */
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { suggestionsQuery } from '../api/queries.ts';
import { Icon } from '../app/icon.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { rememberSearch } from './recent-searches.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useDebounced } from './use-debounced.ts';
import './search-box.css';

const TYPING_MILLISECONDS = 90;
const MAX_QUERY_LENGTH = 200;

interface SearchBoxProps {
  initialQuery?: string;
  /** Called with the words to search for; without it they go to the search page. */
  onSearch?: (query: string) => void;
}

export function SearchBox({ initialQuery = '', onSearch }: SearchBoxProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState(initialQuery);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const prefix = useDebounced(text.trim(), TYPING_MILLISECONDS);
  const { data, isSuccess } = useQuery(suggestionsQuery(prefix));
  const movies = prefix === '' || text.trim() === '' ? [] : (data?.results ?? []);
  const expanded = open && movies.length > 0;

  const search = () => {
    setOpen(false);
    const query = text.trim();
    rememberSearch(query);
    if (onSearch !== undefined) onSearch(query);
    else void navigate(`/search?query=${encodeURIComponent(query)}`);
  };
  const openFilm = (movieId: number) => {
    rememberSearch(text.trim());
    setOpen(false);
    setActive(-1);
    if (onSearch === undefined) setText('');
    void navigate(`/film/${movieId}`);
  };
  const move = (step: 1 | -1) => {
    setOpen(true);
    // -1 is the text itself: the arrows go through it on their way round.
    setActive((index) => ((index + 1 + step + movies.length + 1) % (movies.length + 1)) - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (movies.length > 0) move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const movie = expanded ? movies[active] : undefined;
      if (movie === undefined) search();
      else openFilm(movie.movieId);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (expanded) setOpen(false);
      else setText('');
      setActive(-1);
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not in the type definitions of every tool yet
    <form
      className="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Icon name="search" />
      <input
        type="text"
        className="search-box__input"
        role="combobox"
        aria-label={t('search.label')}
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={expanded ? `${id}-list` : undefined}
        aria-activedescendant={expanded && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={MAX_QUERY_LENGTH}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(-1);
          onSearch?.(event.target.value.trim());
        }}
        onFocus={() => setOpen(text !== initialQuery)}
        onKeyDown={onKeyDown}
      />
      {text === '' ? null : (
        <button
          type="button"
          className="icon-button search-box__clear"
          aria-label={t('search.clear')}
          onClick={() => {
            setText('');
            onSearch?.('');
          }}
        >
          <Icon name="close" />
        </button>
      )}
      {expanded ? (
        <SuggestionList
          id={id}
          movies={movies}
          active={active}
          query={text.trim()}
          onOpen={openFilm}
          onAll={search}
        />
      ) : null}
      <p className="visually-hidden" role="status">
        {open && isSuccess && prefix !== ''
          ? movies.length === 0
            ? t('search.noSuggestions')
            : t('search.suggestions', { count: movies.length })
          : ''}
      </p>
    </form>
  );
}
