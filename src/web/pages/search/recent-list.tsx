/** What was searched for before, to search for again. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { forgetSearches, useRecentSearches } from '../../search/recent-searches.ts';

interface RecentListProps {
  /** What is searched for now. */
  current: string;
  onSearch: (query: string) => void;
}

export function RecentList({ current, onSearch }: RecentListProps) {
  const { t } = useTranslation();
  const searches = useRecentSearches().filter((query) => query !== current);
  if (searches.length === 0) return null;
  return (
    <section className="recent" aria-label={t('search.recent')}>
      <span className="recent__label">{t('search.recent')}</span>
      <ul className="recent__list">
        {searches.map((query) => (
          <li key={query}>
            <button type="button" className="recent__query" dir="auto" onClick={() => onSearch(query)}>
              {query}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="text-button" onClick={forgetSearches}>
        {t('search.forget')}
      </button>
    </section>
  );
}
