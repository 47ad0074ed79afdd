/** The top of every page: the way home, search, the places to go, and who is watching. */

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'react-router';
import { sessionQuery } from '../api/queries.ts';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { Avatar } from '../session/avatar.tsx';
import { useSession } from '../session/person.ts';
import { personName } from '../session/person-name.ts';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { Navigation } from './navigation.tsx';
import { Wordmark } from './wordmark.tsx';
import './header.css';

/** Travels after the first films: nobody searches before the page is there. */
const SearchBox = lazy(async () => ({ default: (await import('../search/search-box.tsx')).SearchBox }));

export function Header() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const session = useSession();
  const { data: access } = useQuery(sessionQuery);
  const required = access?.required === true;
  return (
    <header className="header">
      <Link to="/" className="header__home" aria-label={t('app.home')}>
        <Wordmark />
      </Link>
      <Navigation />
      {/* The search page has a box of its own. */}
      <div className="header__search">
        <Suspense>{pathname === '/search' ? null : <SearchBox />}</Suspense>
      </div>
      <div className="header__tools">
        <LanguageSwitch />
        <ThemeSwitch />
        {access?.signedIn ? (
          <Link to="/account" className="header__person" aria-label={t('nav.account')}>
            <Avatar userId={session.userId ?? ''} />
          </Link>
        ) : null}
        {session.userId === null || required ? null : (
          <Link
            to="/people"
            className="header__person"
            aria-label={t('nav.switchPerson', { name: personName(session.userId, session, t) })}
          >
            <Avatar userId={session.userId} />
          </Link>
        )}
      </div>
    </header>
  );
}
