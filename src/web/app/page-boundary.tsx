/** Catches what a page throws while it is shown, and offers a way on; leaving the page clears it. */
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import { Panel } from '../states/panel.tsx';

export function PageBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
}

class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <PageFailure /> : this.props.children;
  }
}

function PageFailure() {
  const { t } = useTranslation();
  return (
    <Panel level={1} alert picture="broken-reel" title={t('failure.page')} detail={t('failure.serverDetail')}>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('failure.retry')}
      </button>
    </Panel>
  );
}
