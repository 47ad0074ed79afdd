/** The language of the page: the one chosen here before, else the browser's, else English. */
import i18next from 'i18next';
import { readStored, store } from '../session/storage.ts';
import type { Messages } from './en.ts';

const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'matinee.language';

/** Each language is a file of its own: only the one that is read travels. */
async function load(language: Language): Promise<Messages> {
  return language === 'fr' ? (await import('./fr.ts')).fr : (await import('./en.ts')).en;
}

/** The first of the browser's languages that we have. */
export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  const wanted = [stored ?? '', ...browser].map((tag) => tag.toLowerCase().split('-')[0]);
  for (const tag of wanted) {
    const language = LANGUAGES.find((known) => known === tag);
    if (language !== undefined) return language;
  }
  return 'en';
}

export async function startLanguage(): Promise<void> {
  const language = preferredLanguage(readStored(STORAGE_KEY), navigator.languages);
  await i18next.init({
    lng: language,
    resources: { [language]: { translation: await load(language) } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await load(language));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  store(STORAGE_KEY, language);
}

export function currentLanguage(): Language {
  return i18next.language === 'fr' ? 'fr' : 'en';
}
