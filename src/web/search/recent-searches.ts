/** What was searched for last, kept in this browser: the latest first, each once. */
import { externalValue, useExternalValue } from '../session/external-value.ts';
import { readStored, store } from '../session/storage.ts';

const KEY = 'matinee.searches';
const MOST = 6;

const searches = externalValue<readonly string[]>(readSearches(readStored(KEY)));

export const useRecentSearches = (): readonly string[] => useExternalValue(searches);

export function rememberSearch(query: string): void {
  if (query === '') return;
  keep(withSearch(searches.get(), query));
}

export function forgetSearches(): void {
  keep([]);
}

/** The searches with this one in front. */
export function withSearch(known: readonly string[], query: string): string[] {
  const same = query.toLocaleLowerCase();
  return [query, ...known.filter((other) => other.toLocaleLowerCase() !== same)].slice(0, MOST);
}

export function readSearches(text: string | null): string[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function keep(next: readonly string[]): void {
  store(KEY, next.length === 0 ? null : JSON.stringify(next));
  searches.set(next);
}
