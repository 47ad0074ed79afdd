/** Brings the indices of a store to the mapping of this program, or to another layout, one after the other. */
import type { Client } from '@elastic/elasticsearch';
import { MatineeError } from '../../../domain/errors.ts';
import { connect, inWords } from '../connection.ts';
import type { ElasticsearchOptions } from '../elasticsearch-options.ts';
import { aliasOf, INDICES, type IndexName, type Layout, MAPPING_VERSION, wholeOf } from '../indices.ts';
import { generationOf, indexBehind, nextName } from './generations.ts';
import { type Moved, type MoveOptions, migrateIndex, removeUnread } from './migrate-index.ts';

export interface MigrateOptions extends Omit<MoveOptions, 'layout'> {
  indices: readonly IndexName[];
  /** Build anew also what has the right mapping. */
  rebuild: boolean;
  layout: Layout;
}

/**
 * What was moved; empty where everything is as it should be. `NOT_FOUND` without indices, `CONFLICT` for a migration that
 * was broken off (see `resume`).
 */
export async function migrateStore(where: ElasticsearchOptions, options: MigrateOptions): Promise<Moved[]> {
  const client = connect(where);
  try {
    const moved: Moved[] = [];
    for (const index of INDICES.filter((name) => options.indices.includes(name))) {
      const done = await bringForward(client, where.indexPrefix, index, options);
      if (done !== null) moved.push(done);
    }
    return moved;
  } finally {
    await client.close();
  }
}

async function bringForward(client: Client, prefix: string, index: IndexName, options: MigrateOptions) {
  const alias = aliasOf(prefix, index);
  const from = await indexBehind(client, alias);
  const generation = from === null ? null : generationOf(from);
  if (from === null || generation === null) {
    throw new MatineeError('NOT_FOUND', `${from ?? alias} is no index that Matinee made`, {
      hint: 'Correct store.elasticsearch.indexPrefix; the first start makes the indices.',
    });
  }
  await removeOutlived(client, wholeOf(prefix, index), from, options);
  if (generation.mapping === MAPPING_VERSION && !options.rebuild) return null;
  const to = nextName(alias, generation, MAPPING_VERSION);
  return migrateIndex(client, { index, alias, from, to }, options);
}

/** Removes what earlier migrations left because it was still read. */
async function removeOutlived(client: Client, pattern: string, used: string, options: MigrateOptions) {
  for (const name of Object.keys(await inWords(client.indices.get({ index: pattern })))) {
    if (!isBefore(name, used)) continue;
    const removed = await removeUnread(client, name, options.patienceMs);
    options.say(removed ? `${name} is removed` : `${name} is still being read`);
  }
}

function isBefore(name: string, other: string): boolean {
  const [mine, theirs] = [generationOf(name), generationOf(other)];
  if (mine === null || theirs === null) return false;
  return mine.mapping < theirs.mapping || (mine.mapping === theirs.mapping && mine.build < theirs.build);
}
