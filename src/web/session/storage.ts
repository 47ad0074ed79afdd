/** The browser's storage, which may be full, forbidden or absent: the page then forgets, and works. */

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function store(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A private window may refuse: what was chosen then lasts as long as the page.
  }
}
