/** An address without a page. */

import { Link } from 'react-router';
import { usePageTitle } from '../app/page-title.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Panel } from '../states/panel.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <Panel level={1} picture="broken-reel" title={t('notFound.heading')} detail={t('notFound.detail')}>
      <Link className="button" to="/">
        {t('failure.home')}
      </Link>
    </Panel>
  );
}
