/** Fetching against a server on loopback that knows ranges, and can break off, stall, lie and refuse. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { readDataSet } from '../movielens/read-data-set.ts';
import { CSV_FILES, withFolder } from '../testing/folder.ts';
import { type ZipEntry, zipOf } from '../testing/zip.ts';
import { fetchRelease } from './fetch-release.ts';
import { RELEASES } from './releases.ts';

const NAME = 'ml-latest-small';
const FILES: ZipEntry[] = Object.entries(CSV_FILES).map(([name, content]) => ({
  name: `${NAME}/${name}`,
  content,
}));
const ARCHIVE = zipOf([...FILES, { name: `${NAME}/README.txt`, content: 'x'.repeat(300_000) }]);

interface Served {
  archive?: Buffer;
  /** The text of the checksum file; null for none. */
  md5?: string | null;
  status?: number;
  /** Sends so many bytes of each answer and then waits for `breakOff`. */
  breakAfter?: number;
  /** Sends nothing behind the headers. */
  silent?: boolean;
  etag?: string;
}

interface Serving {
  url: string;
  /** Range headers of the archive's requests, `whole` without one. */
  asked: string[];
  served: Served;
  /** Breaks the connection of the latest answer. */
  breakOff: () => void;
}

async function withServer<T>(served: Served, work: (serving: Serving) => Promise<T>): Promise<T> {
  const serving: Serving = { url: '', asked: [], served, breakOff: () => undefined };
  const server = createServer((request, response) => answer(serving, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  serving.url = `http://127.0.0.1:${address.port}/`;
  try {
    return await work(serving);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function answer(serving: Serving, request: IncomingMessage, response: ServerResponse): void {
  const { asked, served } = serving;
  const archive = served.archive ?? ARCHIVE;
  const breakAfter = served.breakAfter ?? archive.length;
  if (request.url?.endsWith('.md5') === true) {
    const md5 =
      served.md5 === undefined
        ? `${createHash('md5').update(archive).digest('hex')}  ${NAME}.zip`
        : served.md5;
    response.writeHead(md5 === null ? 404 : 200).end(md5 ?? '');
    return;
  }
  if (served.status !== undefined) {
    response.writeHead(served.status).end();
    return;
  }
  const etag = served.etag ?? '"one"';
  const range = request.headers['if-range'] === etag ? request.headers.range : undefined;
  asked.push(range ?? 'whole');
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  if (start >= archive.length) {
    response.writeHead(416, { 'content-range': `bytes */${archive.length}` }).end();
    return;
  }
  response.writeHead(range === undefined ? 200 : 206, {
    etag,
    'content-length': archive.length - start,
    ...(range === undefined
      ? {}
      : { 'content-range': `bytes ${start}-${archive.length - 1}/${archive.length}` }),
  });
  if (served.silent === true) response.flushHeaders();
  else if (start + breakAfter >= archive.length) response.end(archive.subarray(start));
  else {
    response.write(archive.subarray(start, start + breakAfter));
    serving.breakOff = () => void response.destroy();
  }
}

test('a release is shown with its terms, downloaded, verified and unpacked', () =>
  withServer({}, ({ url }) =>
    withFolder({}, async (dir) => {
      const terms: string[] = [];
      const steps: { done: number; total: number | null }[] = [];
      const fetched = await fetchRelease(NAME, dir, {
        baseUrl: url,
        onTerms: (release) => void terms.push(release.terms),
        onProgress: (progress) => steps.push(progress),
      });
      assert.equal(fetched.verified, 'md5');
      assert.match(terms[0] ?? '', /Cite F\. Maxwell Harper/);
      assert.deepEqual(steps.at(-1), { done: ARCHIVE.length, total: ARCHIVE.length });
      assert.deepEqual(await readdir(dir), [NAME]);
      assert.equal((await readDataSet(fetched.dir)).ratings.length, 3);
      assert.equal((await fetchRelease(NAME, dir, { baseUrl: url })).verified, 'already there');
    }),
  ));

test('a connection that breaks is taken up where it stopped', () =>
  withServer({ breakAfter: 100_000 }, (serving) =>
    withFolder({}, async (dir) => {
      const onProgress = ({ done }: { done: number }) => {
        if (done % 100_000 === 0) serving.breakOff();
      };
      await fetchRelease(NAME, dir, { baseUrl: serving.url, retryMs: 1, onProgress });
      assert.deepEqual(serving.asked, ['whole', 'bytes=100000-', 'bytes=200000-', 'bytes=300000-']);
    }),
  ));

test('the next call goes on with what an aborted one has left', () =>
  withServer({ silent: true }, (serving) =>
    withFolder({}, async (dir) => {
      const part = join(dir, `${NAME}.zip.part`);
      await writeFile(part, ARCHIVE.subarray(0, 1234));
      await writeFile(`${part}.validator`, '"one"');
      await assert.rejects(
        fetchRelease(NAME, dir, { baseUrl: serving.url, signal: AbortSignal.timeout(50) }),
        {
          code: 'CANCELLED',
        },
      );
      assert.equal((await stat(part)).size, 1234);
      serving.served.silent = false;
      await fetchRelease(NAME, dir, { baseUrl: serving.url });
      assert.deepEqual(serving.asked, ['bytes=1234-', 'bytes=1234-']);
    }),
  ));

test('a part of an older file, or already whole, is recognised', () =>
  withServer({ etag: '"two"' }, ({ url, asked }) =>
    withFolder({}, async (dir) => {
      const part = join(dir, `${NAME}.zip.part`);
      await writeFile(part, 'old bytes');
      await writeFile(`${part}.validator`, '"one"');
      await fetchRelease(NAME, dir, { baseUrl: url });
      assert.deepEqual(asked, ['whole']);
      const other = join(dir, 'other');
      await fetchRelease(NAME, other, { baseUrl: url });
      await writeFile(join(other, `${NAME}.zip.part`), ARCHIVE);
      await writeFile(join(other, `${NAME}.zip.part.validator`), '"two"');
      assert.equal((await fetchRelease(NAME, other, { baseUrl: url })).verified, 'already there');
    }),
  ));

test('a part that is already the whole file needs no more bytes', () =>
  withServer({}, ({ url, asked }) =>
    withFolder({}, async (dir) => {
      await writeFile(join(dir, `${NAME}.zip.part`), ARCHIVE);
      await writeFile(join(dir, `${NAME}.zip.part.validator`), '"one"');
      assert.equal((await fetchRelease(NAME, dir, { baseUrl: url })).verified, 'md5');
      assert.deepEqual(asked, [`bytes=${ARCHIVE.length}-`]);
    }),
  ));

test('a wrong checksum removes the archive, a missing one leaves the check to the archive', async () => {
  await withServer({ md5: '0'.repeat(32) }, ({ url }) =>
    withFolder({}, async (dir) => {
      await assert.rejects(fetchRelease(NAME, dir, { baseUrl: url }), {
        code: 'CORRUPT',
        message: /checksum/,
      });
      assert.deepEqual(await readdir(dir), []);
    }),
  );
  await withServer({ md5: null }, ({ url }) =>
    withFolder({}, async (dir) =>
      assert.equal((await fetchRelease(NAME, dir, { baseUrl: url })).verified, 'crc'),
    ),
  );
});

const README = { name: `${NAME}/README.txt`, content: 'hello' };
const HARMFUL: readonly (readonly [name: string, archive: Buffer, message: RegExp])[] = [
  [
    'reaches above its folder',
    zipOf([{ name: '../../evil.txt', content: 'x' }]),
    /cannot unpack.*relative path/,
  ],
  ['reaches above from inside', zipOf([{ name: 'a/../../evil.txt', content: 'x' }]), /cannot unpack/],
  ['has an absolute name', zipOf([{ name: '/evil.txt', content: 'x' }]), /cannot unpack.*absolute path/],
  ['has a link', zipOf([{ name: 'a/link', content: '/etc/passwd', mode: 0o120_777 }]), /symbolic link/],
  ['has a file twice', zipOf([README, README]), /cannot unpack/],
  ['has a file with a wrong CRC', zipOf([{ ...README, crc: 1 }]), /does not have its checksum/],
  ['is cut off', ARCHIVE.subarray(0, 5000), /cannot unpack/],
  ['is no archive', Buffer.from('<html>sign in</html>'), /cannot unpack/],
  ['holds no data set', zipOf([README]), /holds no data set/],
];

for (const [name, archive, message] of HARMFUL) {
  test(`an archive that ${name} is refused and leaves nothing unpacked`, () =>
    withServer({ archive }, ({ url }) =>
      withFolder({}, async (dir) => {
        await assert.rejects(fetchRelease(NAME, dir, { baseUrl: url }), { code: 'BAD_INPUT', message });
        assert.deepEqual(await readdir(dir), [`${NAME}.zip`]);
      }),
    ));
}

test('without a network, with a refusing or a silent server it fails clearly', async () => {
  const closed = await withServer({}, ({ url }) => Promise.resolve(url));
  await withFolder({}, (dir) =>
    assert.rejects(fetchRelease(NAME, dir, { baseUrl: closed }), {
      code: 'UNAVAILABLE',
      message: /^cannot download http:\/\/127\.0\.0\.1.*ECONNREFUSED/,
      hint: /Check the network/,
    }),
  );
  for (const status of [403, 500]) {
    await withServer({ status }, ({ url }) =>
      withFolder({}, (dir) =>
        assert.rejects(fetchRelease(NAME, dir, { baseUrl: url }), {
          code: 'UNAVAILABLE',
          message: new RegExp(`answered ${status}`),
        }),
      ),
    );
  }
  await withServer({ silent: true }, ({ url }) =>
    withFolder({}, (dir) =>
      assert.rejects(fetchRelease(NAME, dir, { baseUrl: url, stallMs: 40, retryMs: 1 }), {
        code: 'UNAVAILABLE',
        message: /silent/,
      }),
    ),
  );
});

test('an unknown name is refused with the known ones, and declined terms fetch nothing', async () => {
  await assert.rejects(fetchRelease('ml-9g', '/nowhere'), { code: 'USAGE', hint: /ml-100k, ml-1m/ });
  assert.equal(RELEASES.length, 8);
  await withServer({}, ({ url, asked }) =>
    withFolder({}, async (dir) => {
      const decline = () => Promise.reject(new Error('declined'));
      await assert.rejects(fetchRelease(NAME, dir, { baseUrl: url, onTerms: decline }), /declined/);
      assert.deepEqual([asked, await readdir(dir)], [[], []]);
    }),
  );
});

test('the README of the release is kept', () =>
  withServer({}, ({ url }) =>
    withFolder({}, async (dir) => {
      const { dir: at } = await fetchRelease(NAME, dir, { baseUrl: url });
      assert.equal((await readFile(join(at, 'README.txt'), 'utf8')).length, 300_000);
    }),
  ));
