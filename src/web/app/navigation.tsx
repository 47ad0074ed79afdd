/** The places to go: beside the name on wide screens, a bar under the thumb on phones. */

import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { sessionQuery } from '../api/queries.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { mayReadStatistics } from '../session/may-read-statistics.ts';
import { Icon, type IconName } from './icon.tsx';
import './navigation.css';

const PLACES = [
  { to: '/', icon: 'home', key: 'nav.home' },
  { to: '/search', icon: 'search', key: 'nav.search' },
  { to: '/taste', icon: 'sliders', key: 'nav.taste' },
  { to: '/ratings', icon: 'star', key: 'nav.ratings' },
  { to: '/people', icon: 'person', key: 'nav.people' },
  { to: '/dashboard', icon: 'chart', key: 'nav.dashboard' },
] as const satisfies readonly { to: string; icon: IconName; key: `nav.${string}` }[];

export function Navigation() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const places = PLACES.filter(({ to }) => {
    if (to === '/people') return session?.required !== true;
    return to !== '/dashboard' || mayReadStatistics(session);
  });
  return (
    <nav className="navigation" aria-label={t('nav.main')}>
      <ul className="navigation__list">
        {places.map(({ to, icon, key }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/'} className="navigation__link">
              <Icon name={icon} />
              <span>{t(key)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
