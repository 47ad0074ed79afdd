/** Bulk requests to a node that is busy, refuses items, or answers nonsense. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { Client } from '@elastic/elasticsearch';
import { sendBulk } from './bulk.ts';

type Item = { status: number; error?: { type: string; reason: string } };

describe('a bulk request', () => {
  let client: Client;
  let answer: (ids: readonly string[], request: number) => Item[];
  let requests: string[][] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const ids = [...body.matchAll(/"_id":"(\w+)"/g)].map(([, id]) => id ?? '');
      requests.push(ids);
      const items = answer(ids, requests.length).map((item, place) => ({
        index: { _id: ids[place], ...item },
      }));
      response.writeHead(200, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
      response.end(JSON.stringify({ errors: true, took: 1, items }));
    });
  });
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    client = new Client({ node: `http://127.0.0.1:${address.port}` });
  });
  after(async () => {
    await client.close();
    server.close();
  });
  const operation = (id: string, size = 1) => ({
    lines: [
      JSON.stringify({ index: { _index: 'some', _id: id } }),
      JSON.stringify({ text: 'x'.repeat(size) }),
    ],
  });
  const done: Item = { status: 201 };
  const busy: Item = {
    status: 429,
    error: { type: 'es_rejected_execution_exception', reason: 'queue is full' },
  };

  test('sends again what the node was too busy for, and nothing else', async () => {
    requests = [];
    answer = (ids, request) => ids.map((id) => (request === 1 && id !== 'b' ? busy : done));
    const outcomes = await sendBulk(
      client,
      ['a', 'b', 'c'].map((id) => operation(id)),
    );
    assert.deepEqual(requests, [
      ['a', 'b', 'c'],
      ['a', 'c'],
    ]);
    assert.ok(outcomes.every(({ kind }) => kind === 'done'));
  });

  test('tells a mapping conflict, with its reason, and an older version from what stands', async () => {
    requests = [];
    const conflict: Item = {
      status: 400,
      error: { type: 'document_parsing_exception', reason: 'no such field' },
    };
    const older: Item = {
      status: 409,
      error: { type: 'version_conflict_engine_exception', reason: 'older' },
    };
    answer = () => [done, conflict, older];
    const outcomes = await sendBulk(
      client,
      ['a', 'b', 'c'].map((id) => operation(id)),
    );
    assert.deepEqual(outcomes, [
      { kind: 'done' },
      { kind: 'refused', reason: 'no such field', retryable: false },
      { kind: 'older' },
    ]);
    assert.equal(requests.length, 1, 'none of them is worth another try');
  });

  test('goes out in requests of a bounded size, the outcomes in the order of the operations', async () => {
    requests = [];
    answer = (ids) =>
      ids.map((id) => (id === 'c' ? { status: 409, error: { type: 'older', reason: '' } } : done));
    const outcomes = await sendBulk(
      client,
      ['a', 'b', 'c', 'd'].map((id) => operation(id, 3_000_000)),
    );
    assert.equal(requests.length, 4);
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['done', 'done', 'older', 'done'],
    );
  });
});
