/** The title of the window on each page. */
import { useEffect } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';

export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const name = t('app.name');
  useEffect(() => {
    document.title = title === '' ? name : `${title} · ${name}`;
  }, [title, name]);
}
