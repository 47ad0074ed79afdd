/**
 * A run of the retention: what is older than its category may be goes, from the stream and from the index. The same run
 * can be looked at before: what would go now. Doing it again drops nothing more.
 */
import { MatineeError } from '../../domain/errors.ts';
import type { Clock } from '../../domain/ports.ts';
import type { Store } from '../../store/store.ts';
import type { Stream, TopicSpec } from '../../stream/stream.ts';
import { interactionLimits, type RetentionSettings } from './limits.ts';
import { countOldRecords } from './old-records.ts';

export interface RetentionStep {
  /** `topic movies`, `impressions`, … */
  what: string;
  days: number;
  /** What is from before went, ISO 8601. */
  before: string;
  records: number;
}

export interface RetentionReport {
  /** ISO 8601. */
  ranAt: string;
  steps: RetentionStep[];
}

export interface RetentionParts {
  stream: Pick<Stream, 'applyRetention' | 'offsets' | 'read'>;
  store: Pick<Store, 'countInteractions' | 'dropInteractions'>;
  /** The topics with what they are created with. */
  topics: readonly TopicSpec[];
  settings: RetentionSettings;
  /** Records that are not in the index yet. */
  waiting: () => Promise<number>;
  clock: Clock;
}

const DAY_MS = 86_400_000;

/** What a run would drop now. */
export async function previewRetention(parts: RetentionParts): Promise<RetentionReport> {
  const now = parts.clock.now();
  const topics = await previewTopics(parts, now);
  return {
    ranAt: iso(now),
    steps: [...topics, ...(await interactionSteps(parts, now, 'countInteractions'))],
  };
}

async function previewTopics({ stream, topics }: RetentionParts, now: number): Promise<RetentionStep[]> {
  const steps: RetentionStep[] = [];
  for (const { name, retentionMs } of topics) {
    if (retentionMs === null) continue;
    const records = await countOldRecords(stream, name, now - retentionMs);
    steps.push(step(`topic ${name}`, now, retentionMs, records));
  }
  return steps;
}

/** Drops it, and says how much that was. `UNAVAILABLE` while what would go may not be in the index yet. */
export async function runRetention(parts: RetentionParts): Promise<RetentionReport> {
  const now = parts.clock.now();
  await refuseUnindexed(parts, now);
  const kept = parts.topics.filter(({ retentionMs }) => retentionMs !== null);
  const before = await earliestOf(parts, kept);
  await parts.stream.applyRetention(now);
  const after = await earliestOf(parts, kept);
  const topics = kept.map(({ name, retentionMs }, place) =>
    step(`topic ${name}`, now, retentionMs ?? 0, (after[place] ?? 0) - (before[place] ?? 0)),
  );
  return { ranAt: iso(now), steps: [...topics, ...(await interactionSteps(parts, now, 'dropInteractions'))] };
}

/** What was accepted is never lost: an indexer that stood still for a month catches up first. */
async function refuseUnindexed(parts: RetentionParts, now: number): Promise<void> {
  const old = (await previewTopics(parts, now)).some(({ records }) => records > 0);
  const waiting = old ? await parts.waiting() : 0;
  if (waiting === 0) return;
  throw new MatineeError(
    'UNAVAILABLE',
    `${waiting} records wait to be indexed, and old ones may be among them`,
    {
      hint: 'Run it again once `status` says that nothing waits.',
    },
  );
}

async function interactionSteps(
  { store, settings }: RetentionParts,
  now: number,
  act: 'countInteractions' | 'dropInteractions',
): Promise<RetentionStep[]> {
  const steps: RetentionStep[] = [];
  for (const { what, types, days } of interactionLimits(settings)) {
    const records = await store[act]({ types, before: now - days * DAY_MS });
    steps.push(step(what, now, days * DAY_MS, records));
  }
  return steps;
}

/** The first offsets kept, summed over the partitions of each topic: what they grow by was dropped. */
async function earliestOf({ stream }: RetentionParts, topics: readonly TopicSpec[]): Promise<number[]> {
  const offsets = await Promise.all(topics.map(({ name }) => stream.offsets(name)));
  return offsets.map((partitions) => partitions.reduce((sum, { earliest }) => sum + earliest, 0));
}

function step(what: string, now: number, retentionMs: number, records: number): RetentionStep {
  return { what, days: retentionMs / DAY_MS, before: iso(now - retentionMs), records };
}

const iso = (ms: number) => new Date(ms).toISOString();
