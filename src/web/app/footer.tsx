/** The end of every page: where its films and pictures come from. */
import { useQuery } from '@tanstack/react-query';
import { aboutQuery } from '../api/queries.ts';
import { useTranslation } from '../i18n/use-translation.ts';

export function Footer() {
  const { t } = useTranslation();
  const { data } = useQuery(aboutQuery);
  return (
    <footer className="footer">
      <p>{t('app.footer')}</p>
      {data === undefined ? null : (
        <p>
          {t('app.data', { name: data.dataSet.name })}
          {data.dataSet.notice === null ? null : ` ${data.dataSet.notice}`}
        </p>
      )}
    </footer>
  );
}
