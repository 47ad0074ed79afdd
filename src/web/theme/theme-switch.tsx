/** Goes through the three colour schemes. */

import { Icon, type IconName } from '../app/icon.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { nextTheme, type Theme, useTheme } from './theme.ts';

const ICONS: Readonly<Record<Theme, IconName>> = { system: 'contrast', light: 'sun', dark: 'moon' };

export function ThemeSwitch() {
  const { t } = useTranslation();
  const theme = useTheme();
  return (
    <button
      type="button"
      className="icon-button"
      onClick={nextTheme}
      aria-label={t(`theme.${theme}`)}
      title={t(`theme.${theme}`)}
    >
      <Icon name={ICONS[theme]} />
    </button>
  );
}
