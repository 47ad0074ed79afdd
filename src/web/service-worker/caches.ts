/** The caches of the service worker: the page's files by version, and answers of the API. */

const PREFIX = 'matinee-';

/** Answers outlive a version: what was seen before an update can be seen after it. */
export const DATA_CACHE = `${PREFIX}data`;

/** Of a version: what its files are called says which it is. */
export function shellCacheOf(files: readonly string[]): string {
  let hash = 0;
  for (const character of files.join()) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return `${PREFIX}shell-${(hash >>> 0).toString(36)}`;
}

export function isOwnCache(name: string): boolean {
  return name.startsWith(PREFIX);
}
