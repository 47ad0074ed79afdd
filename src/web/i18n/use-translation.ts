/** The page's words for components: they render again when the language changes. */
import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export function useTranslation(): { t: TFunction } {
  useSyncExternalStore(subscribe, () => i18next.language);
  return { t: i18next.t };
}
