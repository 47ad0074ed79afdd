/** Changes to the other language, named in that language. */

import { changeLanguage, currentLanguage } from './language.ts';
import { useTranslation } from './use-translation.ts';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = currentLanguage() === 'fr' ? 'en' : 'fr';
  return (
    <button
      type="button"
      className="icon-button language-switch"
      lang={other}
      aria-label={t('language.switch')}
      title={t('language.switch')}
      onClick={() => void changeLanguage(other)}
    >
      {t('language.code')}
    </button>
  );
}
