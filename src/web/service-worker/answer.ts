/** Where each answer comes from: the kept files, the network, or, when that is gone, what it answered before. */
import { DATA_CACHE } from './caches.ts';

/** How many answers of the API are kept; the oldest go first. */
const MOST_ANSWERS = 300;

/** Tells the page that an answer is one of before. */
const KEPT_HEADER = 'x-matinee-kept';

/** Routes of the API whose answers are not for keeping: live ones, and what is somebody's right or an operator's. */
const NOT_KEPT = /^\/api\/(events|subjects|admin|openapi)/;

type KeepAlive = (work: Promise<unknown>) => void;

/** Null leaves a request to the browser. */
export function answerFor(
  request: Request,
  origin: string,
  shell: string,
  keepAlive: KeepAlive,
): Promise<Response> | null {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return null;
  if (url.pathname.startsWith('/api/')) {
    return NOT_KEPT.test(url.pathname) ? null : networkThenKept(request, url, keepAlive);
  }
  if (request.mode === 'navigate')
    return url.pathname.startsWith('/docs') ? null : navigation(request, shell);
  return keptThenNetwork(request, shell);
}

async function navigation(request: Request, shell: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(shell);
    const page = await cache.match('/');
    if (page === undefined) throw error;
    return page;
  }
}

async function keptThenNetwork(request: Request, shell: string): Promise<Response> {
  const cache = await caches.open(shell);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function networkThenKept(request: Request, url: URL, keepAlive: KeepAlive): Promise<Response> {
  // How new an answer has to be is no part of what was asked.
  url.searchParams.delete('after');
  try {
    const answer = await fetch(request);
    if (answer.status === 200) keepAlive(keep(url.href, answer.clone()));
    return answer;
  } catch (error) {
    const cache = await caches.open(DATA_CACHE);
    const kept = request.signal.aborted ? undefined : await cache.match(url.href, { ignoreVary: true });
    if (kept === undefined) throw error;
    const headers = new Headers(kept.headers);
    headers.set(KEPT_HEADER, '1');
    return new Response(kept.body, { status: kept.status, headers });
  }
}

async function keep(address: string, answer: Response): Promise<void> {
  const cache = await caches.open(DATA_CACHE);
  await cache.put(address, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, -MOST_ANSWERS).map((key) => cache.delete(key)));
}
