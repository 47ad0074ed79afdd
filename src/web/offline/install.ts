/** Lets the service worker in, and offers a new version when one has come: it takes over when the person says so. */
import i18next from 'i18next';
import { showToast } from '../toasts/toasts.ts';

export async function installServiceWorker(): Promise<void> {
  const { serviceWorker } = navigator;
  const updating = serviceWorker.controller !== null;
  const registration = await serviceWorker.register('/service-worker.js');
  const offer = (worker: ServiceWorker | null) => {
    if (worker === null || !updating) return;
    showToast({
      kind: 'done',
      about: 'update',
      message: i18next.t('offline.update'),
      action: {
        label: i18next.t('offline.reload'),
        run: () => {
          serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
          worker.postMessage('take-over');
        },
      },
    });
  };
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer(registration.waiting);
    });
  });
}
