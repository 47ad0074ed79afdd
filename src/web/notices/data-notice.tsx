/** Says when the ratings were generated rather than given by people. */
import { useQuery } from '@tanstack/react-query';
import { aboutQuery } from '../api/queries.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import './data-notice.css';

export function DataNotice() {
  const { t } = useTranslation();
  const { data } = useQuery(aboutQuery);
  if (data?.dataSet.simulated !== true) return null;
  return (
    <aside className="data-notice" aria-label={t('notice.simulated')}>
      <p>
        <strong>{t('notice.simulated')}</strong> {t('notice.simulatedDetail')}
      </p>
    </aside>
  );
}
