/** The three lists of a person's own: what they rated, want to watch, and set aside. */
import { NavLink } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.ts';
import './my-films-tabs.css';

const LISTS = [
  { to: '/ratings', key: 'mine.rated' },
  { to: '/ratings/watchlist', key: 'mine.watchlist' },
  { to: '/ratings/hidden', key: 'mine.hidden' },
] as const;

export function MyFilmsTabs() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('mine.label')}>
      <ul className="tabs">
        {LISTS.map(({ to, key }) => (
          <li key={to}>
            <NavLink to={to} end className="tabs__tab">
              {t(key)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
