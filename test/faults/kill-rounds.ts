/**
 * `kill -9` of one process of the flow a round, at a moment that the seed chooses, while ratings are written. After each
 * round: what was acknowledged is there, nothing is counted twice, nothing is dead, and the model serves or says why not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { indexerLag } from '../../src/cli/flow/partitions.ts';
import { FLOW_TOPICS, INDEXER_GROUP } from '../../src/domain/topics.ts';
import { createUniform } from '../../src/model/random.ts';
import { openEmbeddedStream } from '../../src/stream/embedded/embedded-stream.ts';
import { getJson } from '../http.ts';
import { runMatinee } from '../run-matinee.ts';
import { until } from '../until.ts';
import { audit, type Ledger, servingFault, startWriting } from './ledger.ts';
import { createStages, STAGES, type Stage, type Stages } from './stages.ts';

const RATINGS = 3_000;
/** Of the rounds, at most one in this many kills the whole of `start`; the others one stage of its own. */
const WHOLE_START_EVERY = 5;
const STRIKES_WITHIN_MS = 150;

export type Victim = Stage | 'start';
type Log = Awaited<ReturnType<typeof openEmbeddedStream>>;

export interface Round {
  number: number;
  victim: Victim;
  /** Whether a batch was under way and unacknowledged at the kill: a request, a page, or records not committed. */
  inFlight: boolean;
  faults: string[];
}

export interface RoundsOptions {
  rounds: number;
  seed: number;
  onRound: (round: Round) => void;
}

/** Runs the rounds on one home, made for them; what they found is in the rounds. */
export async function killRounds({ rounds, seed, onRound }: RoundsOptions): Promise<Round[]> {
  const uniform = createUniform(seed);
  const folder = mkdtempSync(join(tmpdir(), 'matinee-faults-'));
  const data = join(folder, 'generated');
  const home = join(folder, 'home');
  const size = ['--users', '60', '--movies', '200', '--ratings', String(RATINGS)];
  const { code, stderr } = await runMatinee(['generate', ...size, '--out', data]);
  if (code !== 0) throw new Error(stderr);
  const stages = createStages(data, home);
  await stages.run('start');
  const stream = await openEmbeddedStream({ dir: home });
  const played: Round[] = [];
  const ledger: Ledger = { batches: [] };
  let kept = RATINGS;
  try {
    for (const victim of victimsOf(rounds, uniform)) {
      const number = played.length + 1;
      const known = ledger.batches.length;
      const inFlight = await strike({
        stages,
        stream,
        victim,
        home,
        name: `round-${number}`,
        ledger,
        uniform,
      });
      await recover(stages, victim);
      await until('all is indexed', async () => (await indexerLag(stream)) === 0);
      const found = await audit(stages.apiUrl(), ledger.batches.slice(known));
      kept += found.kept;
      const faults = [...found.faults, ...(await totalsFaults(stages.apiUrl(), kept))];
      const serving = await servingFault(stages.apiUrl(), '1');
      if (serving !== null) faults.push(serving);
      const round = { number, victim, inFlight, faults };
      played.push(round);
      onRound(round);
    }
    const everything = await audit(stages.apiUrl(), ledger.batches);
    played.at(-1)?.faults.push(...everything.faults);
  } finally {
    await stream.close();
    await stages.stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
  return played;
}

/** Whole starts first: beside one there is no process of a stage. */
function victimsOf(rounds: number, uniform: () => number): Victim[] {
  const whole = Math.floor(rounds / WHOLE_START_EVERY);
  return Array.from({ length: rounds }, (_, round) =>
    round < whole ? 'start' : (STAGES[Math.floor(uniform() * STAGES.length)] ?? 'consume'),
  );
}

interface Strike {
  stages: Stages;
  stream: Log;
  victim: Victim;
  home: string;
  name: string;
  ledger: Ledger;
  uniform: () => number;
}

/** Lets the flow work, kills the victim, and says whether something was in flight. */
async function strike({ stages, stream, victim, home, name, ledger, uniform }: Strike): Promise<boolean> {
  if (victim === 'start') await stages.run('start');
  else {
    await stages.kill('start');
    for (const stage of ['consume', 'serve', 'source'] as const) await stages.run(stage);
  }
  const reading = victim === 'source' || victim === 'produce';
  if (reading) {
    // Reading it all again gives the same records once more: each must change nothing.
    rmSync(join(home, 'producer.json'), { force: true });
    await stages.run('produce');
    await until('the producer works', () => stages.producedSoFar() > 0);
  }
  const writing = startWriting(stages.apiUrl(), name, ledger);
  if (!reading) await until('a batch is acknowledged', () => writing.acknowledged() > 0);
  await delay(uniform() * STRIKES_WITHIN_MS);
  if (victim === 'consume') {
    await until('records wait for the consumer', async () => uncommitted(stream, await nextOffsets(stream)));
  }
  const ends = await nextOffsets(stream);
  const unanswered = writing.unanswered();
  await stages.kill(victim);
  const inFlight = {
    start: async () => unanswered > 0,
    serve: async () => unanswered > 0,
    consume: () => uncommitted(stream, ends),
    produce: async () => stages.producedSoFar() < RATINGS,
    source: async () => stages.producedSoFar() < RATINGS,
  };
  const wasInFlight = await inFlight[victim]();
  await writing.stop();
  return wasInFlight;
}

/** Starts again what died, and lets the producer come to its end. */
async function recover(stages: Stages, victim: Victim): Promise<void> {
  await stages.run(victim);
  if (victim !== 'source' && victim !== 'produce') return;
  const produced = await (await stages.run('produce')).event('produced');
  if (produced.finished !== true) throw new Error('the producer stopped before the last page');
  await stages.kill('produce');
}

async function nextOffsets(stream: Log): Promise<Map<string, number>> {
  const ends = new Map<string, number>();
  for (const topic of FLOW_TOPICS) {
    for (const { partition, next } of await stream.offsets(topic)) ends.set(`${topic}:${partition}`, next);
  }
  return ends;
}

/** Whether the group has not committed all that lay before these ends. */
async function uncommitted(stream: Log, ends: ReadonlyMap<string, number>): Promise<boolean> {
  const committed = await stream.committed(INDEXER_GROUP, FLOW_TOPICS);
  const offsetOf = (place: string) =>
    committed.find(({ topic, partition }) => `${topic}:${partition}` === place)?.offset ?? 0;
  return [...ends].some(([place, next]) => offsetOf(place) < next);
}

async function totalsFaults(apiUrl: string, expected: number): Promise<string[]> {
  const { body } = await getJson(`${apiUrl}/api/stats/totals`);
  const faults: string[] = [];
  if (body.ratings !== expected) faults.push(`${String(body.ratings)} ratings counted, ${expected} kept`);
  if (body.dead !== 0) faults.push(`${String(body.dead)} dead letters`);
  return faults;
}
