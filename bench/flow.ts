/**
 * From a page of the source to a searchable document: the source API over real HTTP, the producer, the embedded
 * stream, the consumer and the embedded store in one process, on ratings of the seeded generator. First each half by
 * itself, then both at once, as `start` runs them, encrypted by person and in the clear. The bars: 30,000 ratings a second for
 * the whole on two cores, and at most 15 % less with encryption than without.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flowTopics } from '../src/consumer/flow-topics.ts';
import { runConsumer } from '../src/consumer/run-consumer.ts';
import { asPseudonym } from '../src/domain/ids.ts';
import type { Logger, Pseudonymiser } from '../src/domain/ports.ts';
import { CLEAR_RECORDS, type RecordCipher } from '../src/domain/record-cipher.ts';
import { MOVIES_TOPIC } from '../src/domain/topics.ts';
import { createMasterKey } from '../src/governance/master-key.ts';
import { createPseudonymiser } from '../src/governance/pseudonymiser.ts';
import { sealingCipher } from '../src/governance/vault/connect-vault.ts';
import { openVault } from '../src/governance/vault/open-vault.ts';
import { resumeFromFile } from '../src/producer/resume-position.ts';
import { runProducer } from '../src/producer/run-producer.ts';
import { createSourceApi } from '../src/source/api/source-api.ts';
import { generateDataSet } from '../src/source/generator/sample.ts';
import { openEmbeddedStore } from '../src/store/embedded/open.ts';
import { openEmbeddedStream } from '../src/stream/embedded/embedded-stream.ts';

/** The size of MovieLens 100K. */
const SPEC = { users: 943, movies: 1_682, ratings: 100_000, seed: 42 };
const ROUNDS = 5;
const LIVE_RATINGS = 500;
const NO_LIMITS = { perMinute: 1e9, perHour: 1e9, perDay: 1e9 };

const logger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: (fields, message) => console.error(message, fields),
  error: (fields, message) => console.error(message, fields),
};

interface Flow {
  produce(): Promise<void>;
  /** Until so many records are indexed, flushed and committed. */
  consume(records: number, onCommit?: () => void): Promise<void>;
  /** Appends one rating as a person gives it. */
  rate(): Promise<void>;
}

interface Setting {
  /** Names persons by pseudonyms and encrypts records; else the ids themselves go through, as nothing real may. */
  encrypted: boolean;
}

const IN_THE_CLEAR: Pseudonymiser = {
  fingerprint: 'none',
  pseudonymise: (id) => asPseudonym(id.padStart(16, '0')),
};

/** Whom and what a flow hides, in a home of its own. */
async function openCipher(dir: string, { encrypted }: Setting) {
  if (!encrypted) return { pseudonymiser: IN_THE_CLEAR, cipher: CLEAR_RECORDS, close: async () => undefined };
  const masterKey = createMasterKey();
  const pseudonymiser = createPseudonymiser(masterKey);
  const file = join(dir, 'keys', 'persons.db');
  const vault = await openVault({ file, masterKey, fingerprint: pseudonymiser.fingerprint });
  const cipher: RecordCipher = sealingCipher(vault.remote);
  return { pseudonymiser, cipher, close: vault.close };
}

async function withFlow(
  sourceUrl: string,
  setting: Setting,
  work: (flow: Flow) => Promise<void>,
): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'matinee-bench-'));
  const stream = await openEmbeddedStream({ dir });
  const store = await openEmbeddedStore({ dir });
  const { pseudonymiser, cipher, close } = await openCipher(dir, setting);
  try {
    await stream.ensureTopics(flowTopics());
    await work({
      async produce() {
        await runProducer({
          sourceUrl,
          stream,
          logger,
          pseudonymiser,
          cipher,
          resume: resumeFromFile(join(dir, 'producer.json')),
          signal: new AbortController().signal,
        });
      },
      async consume(records, onCommit) {
        const stop = new AbortController();
        const onProgress = ({ done }: { done: number }) => {
          onCommit?.();
          if (done >= records) stop.abort();
        };
        await runConsumer({ stream, store, cipher, logger, signal: stop.signal, onProgress });
      },
      async rate() {
        const [record] = await stream.read(MOVIES_TOPIC, 0, 0, 1);
        if (record === undefined) throw new Error('there is no record to repeat');
        await stream.produce(MOVIES_TOPIC, [{ key: record.key, value: record.value }]);
      },
    });
    const { ratings } = await store.totals();
    if (ratings !== SPEC.ratings) throw new Error(`${ratings} of ${SPEC.ratings} ratings are in the index`);
  } finally {
    await stream.close();
    await store.close();
    await close();
    await rm(dir, { recursive: true });
  }
}

/** Gives the ratings a second. */
async function measure(what: string, work: () => Promise<unknown>): Promise<number> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const perRecord = (user + system) / SPEC.ratings;
  const rate = SPEC.ratings / seconds;
  const shown = Math.round(rate).toLocaleString('en');
  console.log(
    `${what}: ${shown} ratings/s (${seconds.toFixed(2)} s, ${perRecord.toFixed(1)} µs CPU a rating)`,
  );
  return rate;
}

/** How long one rating takes from its producer to its commit while nothing else is on the way. */
async function measureLive({ consume, rate }: Flow): Promise<void> {
  let committed = () => {};
  const consumed = consume(LIVE_RATINGS, () => committed());
  const waits: number[] = [];
  for (let given = 0; given < LIVE_RATINGS; given++) {
    const done = new Promise<void>((resolve) => {
      committed = resolve;
    });
    const from = performance.now();
    await rate();
    await done;
    waits.push(performance.now() - from);
  }
  await consumed;
  waits.sort((one, other) => one - other);
  const at = (share: number) => (waits[Math.floor(share * (waits.length - 1))] ?? 0).toFixed(1);
  console.log(`one rating, given to committed in the index: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

export async function run(): Promise<void> {
  const source = createSourceApi(generateDataSet('bench', SPEC), { limits: NO_LIMITS });
  const sourceUrl = await source.listen({ host: '127.0.0.1', port: 0 });
  const costs: number[] = [];
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      await withFlow(sourceUrl, { encrypted: true }, async (flow) => {
        await measure('source → topic', flow.produce);
        await measure('topic → index', () => flow.consume(SPEC.ratings));
        await measureLive(flow);
      });
      // In turn first and second, so that neither always has the warmer machine.
      const rates = { encrypted: 0, clear: 0 };
      for (const encrypted of round % 2 === 0 ? [true, false] : [false, true]) {
        const what = `source → index, both at once, ${encrypted ? 'encrypted' : 'in the clear'}`;
        await withFlow(sourceUrl, { encrypted }, async ({ produce, consume }) => {
          const both = () => Promise.all([produce(), consume(SPEC.ratings)]);
          rates[encrypted ? 'encrypted' : 'clear'] = await measure(what, both);
        });
      }
      costs.push(100 * (1 - rates.encrypted / rates.clear));
    }
    costs.sort((one, other) => one - other);
    const shown = costs.map((cost) => `${cost.toFixed(1)} %`).join(', ');
    console.log(`pseudonyms and encryption cost ${shown} of the throughput, round by round`);
  } finally {
    await source.close();
  }
}
