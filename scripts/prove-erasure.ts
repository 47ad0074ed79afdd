/**
 * `npm run prove:erasure [-- --data DIR]`: proves on a home of its own that an erased person is gone. A person with an
 * unguessable id and marker values is in the data set, rates, says who they are and acts; what tells of them is found by a
 * byte search of the home before the erasure, and must not be after it, nor after the source is read again, nor after the
 * index of before is brought back. Without `--data` a data set of the size of MovieLens 100K is generated.
 */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomDigits, secretsOf, whereFound } from './prove-erasure/byte-search.ts';
import { ask, runCommand, startHome } from './prove-erasure/program.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const MOST_SECONDS = 10;
const folder = mkdtempSync(join(tmpdir(), 'matinee-erasure-'));
const data = join(folder, 'data');
const home = join(folder, 'home');
let failures = 0;

function check(what: string, holds: boolean, seen: unknown = ''): void {
  if (!holds) failures += 1;
  console.log(
    `${holds ? 'ok    ' : 'FAILED'} ${what}${holds || seen === '' ? '' : `: ${JSON.stringify(seen)}`}`,
  );
}

async function makeData(id: string): Promise<void> {
  if (values.data === undefined) {
    const size = ['--users', '943', '--movies', '1682', '--ratings', '100000', '--seed', '42'];
    await runCommand(['generate', ...size, '--out', data]);
    const rows = Array.from({ length: 40 }, (_, n) => `${id},${n + 1},${(n % 5) + 1},${1_700_000_000 + n}\n`);
    // And a row that cannot be read: it is kept, with its text, in a file of the home.
    appendFileSync(join(data, 'ratings.csv'), `${rows.join('')}${id},no film,5,1700000000\n`);
    return;
  }
  cpSync(values.data, data, { recursive: true });
  const rows = Array.from({ length: 40 }, (_, n) => `${id}\t${n + 1}\t${(n % 5) + 1}\t${880_000_000 + n}\n`);
  appendFileSync(join(data, 'u.data'), `${rows.join('')}${id}\tno film\t5\t880000000\n`);
}

async function prove(): Promise<void> {
  const id = randomDigits(9);
  const marker = `marker-${randomDigits(16)}`;
  await makeData(id);
  let running = await startHome(data, home);
  const profile = { userId: id, age: 30, occupation: marker };
  await ask('POST', `${running.api}/api/users`, profile);
  const rated = await ask('POST', `${running.api}/api/ratings`, { userId: id, movieId: 50, rating: 5 });
  const act = { userId: id, movieId: 60, type: 'like', recommendationId: marker };
  const acted = await ask('POST', `${running.api}/api/interactions`, act);
  const after = `${String(rated.body.position)},${String(acted.body.position)}`;
  const totals = await ask('GET', `${running.api}/api/stats/totals?after=${after}`);
  const shown = await ask('GET', `${running.api}/api/recommendations/users/${id}?after=${after}`);
  check('recommendations are personal before', shown.body.strategy !== 'popular', shown.body.strategy);

  const secrets = secretsOf(home, id, marker);
  const found = whereFound(home, secrets);
  for (const name of Object.keys(secrets)) {
    check(`before: the ${name} is found in ${found[name]?.join(', ')}`, (found[name] ?? []).length > 0);
  }
  const { streamId, ...traces } = secrets;
  cpSync(join(home, 'index'), join(folder, 'index-of-before'), { recursive: true });

  const from = performance.now();
  const receipt = await runCommand(['subject', 'erase', '--user', id, '--home', home, '--json']);
  const seconds = (performance.now() - from) / 1_000;
  check(
    `erased with retraining in ${seconds.toFixed(1)} s, at most ${MOST_SECONDS}`,
    seconds <= MOST_SECONDS,
  );
  console.log(receipt.trim());

  const nowhere = (when: string) => {
    const left = whereFound(home, traces);
    for (const name of Object.keys(traces))
      check(`${when}: no ${name}`, left[name] === undefined, left[name]);
  };
  nowhere('after');
  const ciphertexts = whereFound(home, { streamId }).streamId ?? [];
  console.log(
    `       the random id of the destroyed key stays, with what nobody can read: ${ciphertexts.join(', ')}`,
  );

  async function likeNeverSeen(when: string): Promise<void> {
    const stranger = `never-${randomDigits(8)}`;
    for (const path of ['recommendations/users/ID?n=5', 'users/ID/ratings']) {
      const [theirs, nobodys] = await Promise.all(
        [id, stranger].map((user) => ask('GET', `${running.api}/api/${path.replace('ID', user)}`)),
      );
      const plain = ({ status, body }: Awaited<ReturnType<typeof ask>>) => {
        const { userId: _, recommendationId: __, ...rest } = body;
        return JSON.stringify({ status, rest });
      };
      const same = theirs !== undefined && nobodys !== undefined && plain(theirs) === plain(nobodys);
      check(`${when}: ${path} answers as for somebody never seen`, same, [theirs, nobodys]);
    }
    const { body } = await ask('GET', `${running.api}/api/stats/totals`);
    const expected = { ratings: Number(totals.body.ratings) - 41, users: Number(totals.body.users) - 1 };
    check(
      `${when}: the totals are those of the others`,
      body.ratings === expected.ratings && body.users === expected.users,
      body,
    );
    const again = await ask('POST', `${running.api}/api/ratings`, { userId: id, movieId: 50, rating: 5 });
    check(`${when}: nothing more is taken in`, again.status === 409, again);
  }
  await likeNeverSeen('after');

  await running.stop();
  rmSync(join(home, 'producer.json'));
  running = await startHome(data, home);
  await likeNeverSeen('source read again');
  await running.stop();
  nowhere('source read again');

  rmSync(join(home, 'index'), { recursive: true });
  cpSync(join(folder, 'index-of-before'), join(home, 'index'), { recursive: true });
  running = await startHome(data, home);
  await likeNeverSeen('index of before brought back');
  await running.stop();
  nowhere('index of before brought back');
}

try {
  await prove();
} finally {
  rmSync(folder, { recursive: true });
}
console.log(failures === 0 ? 'proved: nothing of the person is left' : `${failures} checks failed`);
process.exitCode = failures === 0 ? 0 : 1;
