/** Light, dark, or as the system has it; the choice is kept in the browser. */
import { externalValue, useExternalValue } from '../session/external-value.ts';
import { readStored, store } from '../session/storage.ts';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'matinee.theme';

const theme = externalValue<Theme>(THEMES.find((known) => known === readStored(STORAGE_KEY)) ?? 'system');

/** Tells the style sheet: it follows the system unless `data-theme` says otherwise. */
export function applyTheme(): void {
  const chosen = theme.get();
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

export function nextTheme(): void {
  const next = THEMES[(THEMES.indexOf(theme.get()) + 1) % THEMES.length] ?? 'system';
  store(STORAGE_KEY, next === 'system' ? null : next);
  theme.set(next);
  applyTheme();
}

export const useTheme = (): Theme => useExternalValue(theme);
