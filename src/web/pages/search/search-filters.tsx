/** Filters by genre and decade, with how many films each would leave. */

import type { MovieSearchAnswer } from '../../../api/schemas/movie.ts';
import { formatCount } from '../../i18n/format.ts';
import { genreName } from '../../i18n/genre-name.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Filters } from './filters.ts';

interface SearchFiltersProps {
  filters: Filters;
  facets: MovieSearchAnswer['facets'] | undefined;
  onChange: (changes: Partial<Filters>) => void;
}

export function SearchFilters({ filters, facets, onChange }: SearchFiltersProps) {
  const { t } = useTranslation();
  const genres = withChosen(facets?.genres ?? [], filters.genre);
  const decades = withChosen(facets?.decades ?? [], filters.fromYear).toSorted(
    (a, b) => Number(b.value) - Number(a.value),
  );
  const filtered = filters.genre !== '' || filters.fromYear !== '' || filters.toYear !== '';
  return (
    <fieldset className="search-filters">
      <legend className="visually-hidden">{t('search.filters')}</legend>
      <label className="field">
        {t('search.genre')}
        <select value={filters.genre} onChange={(event) => onChange({ genre: event.target.value })}>
          <option value="">{t('search.anyGenre')}</option>
          {genres.map(({ value, count }) => (
            <option key={value} value={value}>
              {optionText(genreName(value, t), count)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('search.decade')}
        <select
          value={filters.fromYear}
          onChange={({ target: { value } }) =>
            onChange({ fromYear: value, toYear: value === '' ? '' : String(Number(value) + 9) })
          }
        >
          <option value="">{t('search.anyYear')}</option>
          {decades.map(({ value, count }) => (
            <option key={value} value={value}>
              {optionText(`${value}–${Number(value) + 9}`, count)}
            </option>
          ))}
        </select>
      </label>
      {filtered ? (
        <button
          type="button"
          className="text-button"
          onClick={() => onChange({ genre: '', fromYear: '', toYear: '' })}
        >
          {t('search.reset')}
        </button>
      ) : null}
    </fieldset>
  );
}

type Facet = { value: string; count: number };

/** A chosen value stays in the list though nothing is found for it. */
function withChosen(facets: readonly Facet[], chosen: string): Facet[] {
  const known = chosen === '' || facets.some(({ value }) => value === chosen);
  return known ? [...facets] : [{ value: chosen, count: 0 }, ...facets];
}

const optionText = (name: string, count: number) => (count === 0 ? name : `${name} (${formatCount(count)})`);
