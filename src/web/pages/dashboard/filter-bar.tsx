/** What the dashboard is narrowed to: the ends of the time, and a chip for everything else, each to be taken away. */
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { movieQuery } from '../../api/queries.ts';
import { Icon } from '../../app/icon.tsx';
import { formatMonth, formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FILTER_PARTS, type Filter, type FilterPart, withMonth } from './filter.ts';
import { wordOf } from './words.ts';

interface FilterBarProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

export function FilterBar({ filter, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const parts = FILTER_PARTS.filter((part) => filter[part] !== undefined);
  return (
    <section className="filter-bar" aria-label={t('dashboard.filters')}>
      <div className="filter-bar__time">
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="field">
            {t(`dashboard.${end}`)}
            <input
              type="month"
              placeholder="1998-01"
              value={filter[end] ?? ''}
              onChange={({ target: { value } }) => onChange(withMonth(filter, end, value))}
            />
          </label>
        ))}
      </div>
      {parts.length === 0 ? (
        <p className="filter-bar__hint">{t('dashboard.hint')}</p>
      ) : (
        <ul className="filter-bar__chips">
          {parts.map((part) => (
            <li key={part}>
              <Chip
                part={part}
                value={filter[part] ?? ''}
                onRemove={() => {
                  const { [part]: _, ...rest } = filter;
                  onChange(rest);
                }}
              />
            </li>
          ))}
          <li>
            <button type="button" className="text-button" onClick={() => onChange({})}>
              {t('dashboard.removeAll')}
            </button>
          </li>
        </ul>
      )}
    </section>
  );
}

function Chip({ part, value, onRemove }: { part: FilterPart; value: string; onRemove: () => void }) {
  const { t } = useTranslation();
  const { data: film } = useQuery({ ...movieQuery(Number(value)), enabled: part === 'movieId' });
  const text = `${t(`dashboard.${part}`)}: ${part === 'movieId' ? (film?.title ?? value) : valueText(part, value, t)}`;
  return (
    <button type="button" className="chip" aria-label={t('dashboard.remove', { text })} onClick={onRemove}>
      {text}
      <Icon name="close" />
    </button>
  );
}

function valueText(part: FilterPart, value: string, t: TFunction): string {
  if (part === 'from' || part === 'to') return formatMonth(value);
  if (part === 'rating') return formatNumber(Number(value), 0, 1);
  if (part === 'decade') return t('taste.decade', { decade: value });
  return String(wordOf(part, value, t));
}
