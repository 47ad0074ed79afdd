import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { ApiError, failureKind, mayRecover } from './api-error.ts';
import { addressOf, request } from './http.ts';

const fetchOfNode = globalThis.fetch;

/** Answers every request with what `respond` gives. */
function answerWith(respond: () => Response | Promise<Response>): void {
  globalThis.fetch = () => Promise.resolve(respond());
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => assert.fail('it succeeded'),
    (error: unknown) => error,
  );

describe('asking the server', () => {
  afterEach(() => {
    globalThis.fetch = fetchOfNode;
  });

  it('leaves out what is not asked for, repeats lists, and encodes the rest', () => {
    assert.equal(addressOf('/api/movies'), '/api/movies');
    assert.equal(
      addressOf('/api/movies', { query: 'a&b é', genre: ['War', 'Film-Noir'], after: null, year: '' }),
      '/api/movies?query=a%26b+%C3%A9&genre=War&genre=Film-Noir',
    );
  });

  it('gives the body of an answer', async () => {
    answerWith(() => Response.json({ total: 3 }, { status: 202 }));
    assert.deepEqual(await request('/api/x'), { total: 3 });
  });

  it('turns a problem into an error with its detail, status and wait', async () => {
    answerWith(() =>
      Response.json({ detail: 'too many', status: 429 }, { status: 429, headers: { 'retry-after': '7' } }),
    );
    const error = await failureOf(request('/api/x'));
    assert.ok(error instanceof ApiError);
    assert.deepEqual(
      [error.status, error.kind, error.message, error.retryAfter],
      [429, 'too-many', 'too many', 7],
    );
    assert.equal(mayRecover(error), false);
  });

  it('says that the server is gone when there is no answer', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const error = await failureOf(request('/api/x'));
    assert.equal(failureKind(error), 'unreachable');
    assert.equal(mayRecover(error), true);
  });

  it('does not take a page for an answer', async () => {
    answerWith(() => new Response('<!doctype html>', { status: 200 }));
    assert.equal(failureKind(await failureOf(request('/api/x'))), 'server');
  });

  it('lets a cancelled request be cancelled', async () => {
    globalThis.fetch = () => Promise.reject(new DOMException('gone', 'AbortError'));
    const error = await failureOf(request('/api/x'));
    assert.ok(error instanceof DOMException);
  });

  it('tells kinds of failure apart by status', () => {
    const kinds = [400, 404, 429, 500, 503, 504].map((status) => new ApiError(status, '').kind);
    assert.deepEqual(kinds, ['refused', 'not-found', 'too-many', 'server', 'not-ready', 'slow']);
  });
});
