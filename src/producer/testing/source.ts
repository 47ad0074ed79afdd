/** A source API for tests: pages of given results, and whatever else a test wants it to answer. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceRating } from '../../domain/rating.ts';

export interface TestAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Breaks the connection instead of answering. */
  hangUp?: boolean;
}

export interface TestRequest {
  page: number;
  perPage: number;
  headers: IncomingHttpHeaders;
}

export interface TestSource extends AsyncDisposable {
  url: string;
  /** Every request so far, in the order they came. */
  requests: TestRequest[];
}

/** What to answer instead of the page; undefined answers the page. */
export type Misbehaviour = (request: TestRequest) => TestAnswer | undefined | Promise<TestAnswer | undefined>;

/** `maxPerPage` makes it give smaller pages than asked for, as a foreign source may. */
export async function startSource(
  results: readonly unknown[],
  { misbehave, maxPerPage = 1_000 }: { misbehave?: Misbehaviour; maxPerPage?: number } = {},
): Promise<TestSource> {
  const requests: TestRequest[] = [];
  async function answer(url: URL, headers: IncomingHttpHeaders): Promise<TestAnswer> {
    const page = Number(/^\/movies\/page(\d+)$/.exec(url.pathname)?.[1]);
    const request = { page, perPage: Number(url.searchParams.get('per_page')), headers };
    requests.push(request);
    return (await misbehave?.(request)) ?? pageOf(results, page, Math.min(request.perPage, maxPerPage));
  }
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '', 'http://source'), request.headers).then(
      ({ status = 200, headers = {}, body = '', hangUp = false }) => {
        if (hangUp) response.destroy();
        else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address;
}

function pageOf(results: readonly unknown[], page: number, perPage: number): TestAnswer {
  const pages = Math.ceil(results.length / perPage);
  if (page > pages) return { status: 404, body: '{"error":"there is no such page"}' };
  const slice = results.slice((page - 1) * perPage, page * perPage);
  return { body: JSON.stringify({ page, total_pages: pages, results: slice }) };
}

/** Different ratings: the ordinal shows in film, time and person. */
export function sourceRatings(count: number, from = 0): SourceRating[] {
  return Array.from({ length: count }, (_, index) => ({
    user: { userId: String(1 + ((from + index) % 5)), age: 24, gender: 'M', occupation: 'technician' },
    movie: { movieId: 1 + from + index, title: 'Heat', genres: ['Crime'], year: 1995 },
    rating: 4,
    timestamp: 880_000_000 + from + index,
  }));
}
