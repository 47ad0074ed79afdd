/** Erasure on a whole home: what it leaves, what breaks it off, and what the models remember. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it, type TestContext } from 'node:test';
import { openHome } from '../src/cli/home/home.ts';
import { openState, type State } from '../src/cli/home/open-state.ts';
import { createSubjects } from '../src/cli/subjects/subjects.ts';
import { trainFromStore as trainWith } from '../src/cli/training/train-from-store.ts';
import { unlearn } from '../src/cli/training/unlearn.ts';
import { loadConfig } from '../src/config/load.ts';
import { runConsumer } from '../src/consumer/run-consumer.ts';
import { asPseudonym, type Pseudonym, parseUserId, type UserId } from '../src/domain/ids.ts';
import { systemClock } from '../src/domain/ports.ts';
import { type RatingRecord, SCHEMA_VERSION } from '../src/domain/rating.ts';
import { MOVIES_TOPIC } from '../src/domain/topics.ts';
import { type ErasureParts, eraseSubject } from '../src/governance/erasure/erase-subject.ts';
import { publicKeyOf, verifyReceipt } from '../src/governance/erasure/receipt.ts';
import { defaultParams } from '../src/model/params.ts';
import { readRecords } from '../src/source/data-set.ts';
import { generateDataSet } from '../src/source/generator/sample.ts';
import { silentLogger } from './silent-logger.ts';
import { until } from './until.ts';

const folder = mkdtempSync(join(tmpdir(), 'matinee-erasure-'));
after(() => rmSync(folder, { recursive: true }));
const configFile = join(folder, 'config.json');
writeFileSync(configFile, '{}');
const config = loadConfig({
  file: configFile,
  environment: {},
  flags: { 'governance.key': join(folder, 'master.key') },
});
const dataSet = generateDataSet('erasure', { users: 60, movies: 150, ratings: 3_000, seed: 5 });

function userId(id: string): UserId {
  const parsed = parseUserId(id);
  assert.ok(parsed !== null);
  return parsed;
}

/** Films that nobody else has rated are among theirs. */
const leaving = userId('the-one-who-leaves');
const theirs = Array.from({ length: 60 }, (_, n) => ({
  movieId: n < 55 ? n + 1 : 10_000 + n,
  rating: (n % 5) + 1,
}));

async function open(t: TestContext, name: string): Promise<State> {
  const identity = { name: 'erasure', fingerprint: 'f'.repeat(64), simulated: true };
  const state = await openState(openHome(join(folder, name), identity, new Date()), config);
  t.after(state.close);
  return state;
}

function ratingRecord(state: State, id: UserId, movieId: number, rating: number): RatingRecord {
  return {
    schemaVersion: SCHEMA_VERSION,
    user: { userId: state.pseudonymiser.pseudonymise(id), ageBand: '25-34', gender: null, occupation: null },
    movie: { movieId, title: `Film ${movieId}`, genres: ['Drama'], year: 1990 + (movieId % 30) },
    rating,
    timestamp: 1_600_000_000 + movieId,
  };
}

async function produce(state: State, records: readonly RatingRecord[]): Promise<void> {
  const clear = records.map((record) => ({
    person: asPseudonym(record.user.userId),
    value: JSON.stringify(record),
  }));
  const sealed = (await state.cipher.seal(clear)).filter((record) => record !== null);
  await state.stream.produce(MOVIES_TOPIC, sealed);
}

/** Indexes what the stream has. */
async function index(state: State): Promise<void> {
  const stop = new AbortController();
  const { stream, store, cipher } = state;
  const running = runConsumer({ stream, store, cipher, signal: stop.signal, logger: silentLogger });
  await until('everything is indexed', async () => {
    const committed = await stream.committed('matinee-indexer', [MOVIES_TOPIC]);
    const offsets = await stream.offsets(MOVIES_TOPIC);
    return offsets.every(
      ({ partition, next }) => next <= (committed.find((at) => at.partition === partition)?.offset ?? 0),
    );
  });
  stop.abort();
  await running;
}

async function fill(state: State, withLeaving: boolean): Promise<void> {
  const others = readRecords(dataSet, 0, dataSet.ratings.length).map(({ user, movie, rating }) =>
    ratingRecord(state, userId(user.userId), movie.movieId, rating),
  );
  const own = theirs.map(({ movieId, rating }) => ratingRecord(state, leaving, movieId, rating));
  // In the midst of the others, so that what came before and after them stays.
  const half = others.length >> 1;
  const all = [...others.slice(0, half), ...(withLeaving ? own : []), ...others.slice(half)];
  await produce(state, all);
  const likes = [...(withLeaving ? [leaving] : []), userId('2')].map((id, n) => ({
    id: `like-${n}-${id}`,
    user: ratingRecord(state, id, 1, 5).user,
    movieId: 3,
    type: 'like' as const,
    eventTime: 1_600_000_000_000,
    offset: n,
  }));
  assert.deepEqual(await state.store.write({ interactions: likes }), []);
  await index(state);
}

const nobody = () => undefined;

const trainFromStore = (
  state: Parameters<typeof trainWith>[0],
  training: Omit<Parameters<typeof trainWith>[1], 'feedback'>,
) => trainWith(state, { feedback: config.trainer.feedback, ...training });

describe('learning', { timeout: 120_000 }, () => {
  it('leaves whoever objects, or is restricted, out of the next version to the last bit', async (t) => {
    const [has, never] = [await open(t, 'objected'), await open(t, 'without')];
    await Promise.all([fill(has, true), fill(never, false)]);
    const candidates = {
      rating: [defaultParams('als', 'rating')],
      ranking: [defaultParams('implicit-als', 'ranking')],
    };
    const digestsOf = async (state: State) => {
      const { manifest } = await trainFromStore(state, { candidates, seed: 3 });
      return [manifest.models.rating.sha256, manifest.models.ranking.sha256, manifest.data.fingerprint];
    };
    const [withThem, without] = [await digestsOf(has), await digestsOf(never)];
    const { remote } = has.vault;
    const person = has.pseudonymiser.pseudonymise(leaving);
    for (const change of [{ profiling: false }, { profiling: true, restricted: true }]) {
      await remote.limitProcessing(person, change);
      assert.deepEqual(await digestsOf(has), without);
    }
    await remote.limitProcessing(person, { restricted: false });
    assert.deepEqual(await digestsOf(has), withThem);
  });
});

describe('unlearning', { timeout: 120_000 }, () => {
  const models = [
    ['als', 'implicit-als'],
    ['bayesian-als', 'blend'],
  ] as const;
  it('gives to the last bit the models of data that never had the person', async (t) => {
    const [had, never] = [await open(t, 'had'), await open(t, 'never')];
    await Promise.all([fill(had, true), fill(never, false)]);
    const subjects = createSubjects(had, config, nobody);
    const trained = [];
    for (const [rating, ranking] of models) {
      const candidates = {
        rating: [defaultParams(rating, 'rating')],
        ranking: [defaultParams(ranking, 'ranking')],
      };
      const seed = 7;
      const [{ manifest: withThem }, { manifest: without }] = await Promise.all([
        trainFromStore(had, { candidates, seed }),
        trainFromStore(never, { candidates, seed }),
      ]);
      assert.notEqual(withThem.models.rating.sha256, without.models.rating.sha256);
      assert.notEqual(withThem.models.ranking.sha256, without.models.ranking.sha256);
      trained.push({ withThem, without });
    }
    const last = trained.at(-1);
    assert.ok(last !== undefined);
    await had.registry.activate(last.withThem.version);
    const receipt = await subjects.erase(leaving);
    assert.equal(receipt.models.removed.length, models.length, 'every version had seen them');
    const [only, ...more] = await had.registry.list();
    assert.deepEqual(more, []);
    assert.deepEqual([only?.version, only?.active], [receipt.models.trained, true]);
    const digests = (manifest: typeof last.without | null | undefined) => [
      manifest?.models.rating.sha256,
      manifest?.models.ranking.sha256,
      manifest?.data.fingerprint,
    ];
    assert.deepEqual(digests(only?.manifest), digests(last.without));
    await assert.rejects(had.registry.rollback(), { code: 'NOT_FOUND' });
    for (const { without } of trained.slice(0, -1)) {
      const { models: kinds } = without;
      const candidates = { rating: [kinds.rating.params], ranking: [kinds.ranking.params] };
      const { manifest } = await trainFromStore(had, { candidates, seed: 7 });
      assert.deepEqual(digests(manifest), digests(without));
    }
  });

  it('keeps no version whose training began before the erasure', async (t) => {
    const state = await open(t, 'overtaken');
    await fill(state, true);
    const { manifest } = await trainFromStore(state, { seed: 1 });
    await state.registry.activate(manifest.version);
    let erased = false;
    const overtaken = trainFromStore(
      {
        ...state,
        store: {
          ...state.store,
          async *scanRatings() {
            yield* state.store.scanRatings();
            if (!erased) await createSubjects(state, config, nobody).erase(leaving);
            erased = true;
          },
        },
      },
      { seed: 2 },
    );
    await assert.rejects(overtaken, { code: 'CONFLICT', message: /erased/ });
    const versions = await state.registry.list();
    assert.deepEqual(
      versions.map(({ active, manifest: kept }) => [active, kept?.erasures]),
      [[true, 1]],
    );
  });
});

describe('an erasure that is broken off', { timeout: 180_000 }, () => {
  /** The parts of an erasure, failing at their `at`th call: before it is done, or just after. */
  function breaking(parts: ErasureParts, at: number, done: boolean): ErasureParts {
    let calls = 0;
    const wrap =
      <Input extends unknown[], Output>(call: (...input: Input) => Promise<Output>) =>
      async (...input: Input): Promise<Output> => {
        calls += 1;
        if (calls === at && !done) throw new Error('broken off');
        const output = await call(...input);
        if (calls === at) throw new Error('broken off');
        return output;
      };
    const { vault, store } = parts;
    return {
      ...parts,
      vault: {
        inspect: wrap((pseudonym) => vault.inspect(pseudonym)),
        destroyKey: wrap((pseudonym, when) => vault.destroyKey(pseudonym, when)),
        record: wrap((pseudonym, facts) => vault.record(pseudonym, facts)),
        finish: wrap((pseudonym, receipt) => vault.finish(pseudonym, receipt)),
        unfinished: () => vault.unfinished(),
        signingKey: wrap(() => vault.signingKey()),
      },
      store: {
        user: wrap((pseudonym) => store.user(pseudonym)),
        erasePerson: wrap((pseudonym) => store.erasePerson(pseudonym)),
      },
      unlearn: wrap((before) => parts.unlearn(before)),
    };
  }

  it('at any step goes on where it stood, and ends as one that was not', async (t) => {
    const state = await open(t, 'broken');
    await fill(state, true);
    const { manifest } = await trainFromStore(state, { seed: 1 });
    await state.registry.activate(manifest.version);
    const { vault, store, pseudonymiser } = state;
    const publicKey = publicKeyOf(await vault.remote.signingKey());
    const parts: ErasureParts = {
      vault: vault.remote,
      store,
      forget: nobody,
      unlearn: (before) => unlearn(state, before),
      encryption: true,
      clock: systemClock,
    };

    async function assertErased(person: Pseudonym, step: string): Promise<void> {
      assert.equal(await store.user(person), null, step);
      assert.deepEqual(await store.ratingsOf(person), [], step);
      const { hasKey, entry } = await vault.remote.inspect(person);
      assert.equal(hasKey, false, step);
      const receipt = verifyReceipt(entry?.receipt ?? '', publicKey);
      assert.equal(
        receipt.documents.users + receipt.documents.ratings > 0 || step.includes('erasePerson'),
        true,
      );
      const erasures = await store.erasures();
      assert.ok(
        (await state.registry.list()).every((version) => version.manifest?.erasures === erasures),
        step,
      );
      assert.deepEqual(await vault.remote.unfinished(), [], step);
    }

    let broken = 0;
    let person = 0;
    for (const done of [false, true]) {
      for (let at = 1; ; at += 1) {
        person += 1;
        const pseudonym = pseudonymiser.pseudonymise(userId(String(person)));
        const step = `call ${at}, ${done ? 'done' : 'not done'} (erasePerson may have emptied it before)`;
        const erasing = eraseSubject(breaking(parts, at, done), pseudonym);
        const outcome = await erasing.then(
          () => 'whole',
          (error: unknown) => String(error),
        );
        // By a start of the home, or by asking again.
        if (at % 2 === 0) await createSubjects(state, config, nobody).resume();
        await createSubjects(state, config, nobody).erase(userId(String(person)));
        await assertErased(pseudonym, step);
        if (outcome === 'whole') break;
        assert.match(outcome, /broken off/);
        broken += 1;
      }
    }
    assert.ok(broken >= 14, `${broken} steps were broken off`);
  });

  it('twice gives one receipt, at once too; of somebody unknown it says so', async (t) => {
    const state = await open(t, 'twice');
    await fill(state, true);
    const subjects = createSubjects(state, config, nobody);
    const [one, other] = await Promise.all([subjects.erase(leaving), subjects.erase(leaving)]);
    assert.deepEqual(other, one);
    assert.deepEqual(await subjects.erase(leaving), one);
    await assert.rejects(subjects.erase(userId('never-here')), {
      code: 'NOT_FOUND',
      message: /Nothing is held/,
    });
    const [record] = theirs.map(({ movieId, rating }) => ratingRecord(state, leaving, movieId, rating));
    assert.ok(record !== undefined);
    await produce(state, [record]);
    assert.deepEqual(await state.store.ratingsOf(asPseudonym(record.user.userId)), []);
  });

  it('while their records are in flight leaves nothing behind', async (t) => {
    const state = await open(t, 'in-flight');
    await fill(state, false);
    const own = theirs.map(({ movieId, rating }) => ratingRecord(state, leaving, movieId, rating));
    await produce(state, own);
    // In the stream, not in the index: known by their key alone.
    await createSubjects(state, config, nobody).erase(leaving);
    await index(state);
    const person = state.pseudonymiser.pseudonymise(leaving);
    assert.equal(await state.store.user(person), null);
    assert.deepEqual(await state.store.ratingsOf(person), []);
  });
});
