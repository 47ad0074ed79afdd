/** Copies documents from one index to another within the cluster, with their versions: what is newer there already stays. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../../domain/errors.ts';
import { inWords } from '../connection.ts';

const FIRST_LOOK_MS = 20;
const LATEST_LOOK_MS = 1_000;
const DOCUMENTS_PER_REQUEST = 5_000;

const TaskSchema = Compile(
  Type.Object({
    completed: Type.Boolean(),
    error: Type.Optional(Type.Object({ type: Type.String(), reason: Type.Optional(Type.String()) })),
    response: Type.Optional(
      Type.Object({
        created: Type.Optional(Type.Integer()),
        updated: Type.Optional(Type.Integer()),
        failures: Type.Array(Type.Unknown()),
      }),
    ),
  }),
);

const StatsSchema = Compile(
  Type.Object({
    indices: Type.Record(
      Type.String(),
      Type.Object({
        shards: Type.Record(
          Type.String(),
          Type.Array(
            Type.Object({
              routing: Type.Object({ primary: Type.Boolean() }),
              seq_no: Type.Object({ local_checkpoint: Type.Integer() }),
            }),
          ),
        ),
      }),
    ),
  }),
);

/**
 * The sequence number up to which every primary shard of an index has finished its operations: all that is copied after a
 * refresh from here on has a higher one, or was there before. -1 for an empty index.
 */
export async function checkpointOf(client: Client, index: string): Promise<number> {
  const answer = StatsSchema.Parse(await inWords(client.indices.stats({ index, level: 'shards' })));
  const primaries = Object.values(answer.indices)
    .flatMap(({ shards }) => Object.values(shards).flat())
    .filter(({ routing }) => routing.primary);
  return primaries.reduce((least, { seq_no }) => Math.min(least, seq_no.local_checkpoint), Infinity);
}

/** Copies what has a sequence number above `after`; gives how many documents that wrote. */
export async function copyDocuments(
  client: Client,
  { from, to, after }: { from: string; to: string; after: number },
): Promise<number> {
  const { task } = await inWords(
    client.reindex({
      wait_for_completion: false,
      slices: 'auto',
      conflicts: 'proceed',
      source: { index: from, size: DOCUMENTS_PER_REQUEST, query: { range: { _seq_no: { gt: after } } } },
      dest: { index: to, version_type: 'external' },
    }),
  );
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(2 * pause, LATEST_LOOK_MS)) {
    await delay(pause);
    const { completed, error, response } = TaskSchema.Parse(
      await inWords(client.tasks.get({ task_id: String(task) })),
    );
    if (!completed) continue;
    const failure = error ?? response?.failures[0];
    if (failure !== undefined) throw copyFailed(from, to, failure);
    return (response?.created ?? 0) + (response?.updated ?? 0);
  }
}

function copyFailed(from: string, to: string, failure: unknown): MatineeError {
  return new MatineeError('UNAVAILABLE', `Not all of ${from} goes into ${to}: ${JSON.stringify(failure)}`, {
    hint: 'Correct what it says and run `matinee store migrate --resume`; nothing has changed for who reads or writes.',
  });
}
