/**
 * What makes the page work without the server: its files are kept when it is installed, and answers of the API when they
 * come, so that what was seen can be seen again. Nothing is sent from here.
 */
import { answerFor } from './answer.ts';
import { DATA_CACHE, isOwnCache, shellCacheOf } from './caches.ts';

declare const self: ServiceWorkerGlobalScope;

/** Written in by the build: the names of the page's files, which change with every build. */
declare const PAGE_FILES: readonly string[];

const shell = shellCacheOf(PAGE_FILES);

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(shell).then((cache) => cache.addAll(['/', ...PAGE_FILES.map((file) => `/${file}`)])),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter(
        (name) => isOwnCache(name) && name !== shell && name !== DATA_CACHE,
      );
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

/** A new version waits until the person lets it in: a page never changes under their hands. */
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const answer = answerFor(event.request, self.location.origin, shell, (work) => event.waitUntil(work));
  if (answer !== null) event.respondWith(answer);
});
