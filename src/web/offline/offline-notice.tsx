/** Says that the server cannot be reached, what is shown instead, and what waits to be sent; sends it once it is back. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { showToast } from '../toasts/toasts.ts';
import { onBackOnline, useOffline } from './connection.ts';
import { useOutbox } from './outbox.ts';
import { sendOutbox } from './send-outbox.ts';
import './offline-notice.css';

/** How often the server is asked for while there is something to send, or it was gone. */
const TRY_AGAIN_MS = 4_000;

export function OfflineNotice() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const offline = useOffline();
  const waiting = useOutbox().length;
  useEffect(() => {
    const send = async () => {
      const { sent, refused } = await sendOutbox();
      if (sent.length > 0) {
        showToast({ kind: 'done', message: t('offline.sent', { count: sent.length }) });
        await client.invalidateQueries({ queryKey: ['person'] });
      }
      for (const { change } of refused) {
        showToast({ kind: 'failed', message: t('rate.failed', { film: change.movie.title }) });
      }
    };
    const trySend = () => void send();
    const askAgain = () => void client.invalidateQueries();
    if (waiting > 0) trySend();
    const timer =
      waiting > 0 || offline ? setInterval(waiting > 0 ? trySend : askAgain, TRY_AGAIN_MS) : undefined;
    window.addEventListener('online', trySend);
    const stop = onBackOnline(askAgain);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', trySend);
      stop();
    };
  }, [client, offline, t, waiting]);
  if (!offline && waiting === 0) return null;
  return (
    <aside className="offline-notice" aria-label={t('offline.title')}>
      <p role="status">
        {offline ? <strong>{t('offline.title')} </strong> : null}
        {offline ? t('offline.detail') : null}
        {waiting === 0 ? null : ` ${t('offline.waiting', { count: waiting })}`}
      </p>
    </aside>
  );
}
