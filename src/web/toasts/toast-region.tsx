/** Where notices appear; read out politely, and kept while somebody points at them or has focus in them. */
import { useEffect, useState } from 'react';
import { Icon } from '../app/icon.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { removeToast, TOAST_MILLISECONDS, type Toast, useToasts } from './toasts.ts';
import './toast-region.css';

export function ToastRegion() {
  const { t } = useTranslation();
  const toasts = useToasts();
  const [held, setHeld] = useState(false);
  return (
    <section
      className="toasts"
      aria-label={t('toast.region')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="status" aria-live="polite" className="toasts__list">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} held={held} />
        ))}
      </div>
    </section>
  );
}

function ToastItem({ toast, held }: { toast: Toast; held: boolean }) {
  const { t } = useTranslation();
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => removeToast(toast.id, 'expired'), TOAST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  const { action } = toast;
  return (
    <div className={`toast toast--${toast.kind}`}>
      <p className="toast__message" dir="auto">
        {toast.message}
      </p>
      {action === undefined ? null : (
        <button
          type="button"
          className="toast__action"
          onClick={() => {
            removeToast(toast.id, 'acted');
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        className="toast__close"
        aria-label={t('toast.dismiss')}
        onClick={() => removeToast(toast.id, 'expired')}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
