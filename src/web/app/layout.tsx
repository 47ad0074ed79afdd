/** The frame of every page: skip link, header, notice, content, footer. */
import { type ReactNode, useRef } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { DataNotice } from '../notices/data-notice.tsx';
import { OfflineNotice } from '../offline/offline-notice.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { useNavigationFocus } from './navigation-focus.ts';
import './layout.css';

export function Layout({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  useNavigationFocus(main);
  return (
    <>
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <OfflineNotice />
      <DataNotice />
      <main id="content" ref={main} tabIndex={-1} className="content">
        {children}
      </main>
      <Footer />
    </>
  );
}
