/** The places to go: beside the name on wide screens, a bar under the thumb on phones. */

import { NavLink } from 'react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import { Icon, type IconName } from './icon.tsx';
import './navigation.css';

const PLACES = [
  { to: '/', icon: 'home', key: 'nav.home' },
  { to: '/search', icon: 'search', key: 'nav.search' },
  { to: '/taste', icon: 'sliders', key: 'nav.taste' },
  { to: '/ratings', icon: 'star', key: 'nav.ratings' },
  { to: '/people', icon: 'person', key: 'nav.people' },
] as const satisfies readonly { to: string; icon: IconName; key: `nav.${string}` }[];

export function Navigation() {
  const { t } = useTranslation();
  return (
    <nav className="navigation" aria-label={t('nav.main')}>
      <ul className="navigation__list">
        {PLACES.map(({ to, icon, key }) => (
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
