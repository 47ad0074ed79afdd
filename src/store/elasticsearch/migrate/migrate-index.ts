/**
 * Builds one index anew beside the one in use and puts the alias over it, while others read and write. It copies, then what
 * came meanwhile, until little is left; then writes wait (they are tried again by who sends them) for the last copy and the
 * swap, which is one step for the cluster. Reads never wait. What a copy that was broken off had done is not lost.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, errors } from '@elastic/elasticsearch';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../../domain/errors.ts';
import { elasticsearchError, inWords } from '../connection.ts';
import { aliasSettings, definitionOf, type IndexName, isAlreadyThere, type Layout } from '../indices.ts';
import { checkpointOf, copyDocuments } from './copy-documents.ts';
import { removeGone } from './remove-gone.ts';

export interface Move {
  index: IndexName;
  alias: string;
  from: string;
  to: string;
}

export interface Moved extends Move {
  documents: number;
  /** How long writes waited, in milliseconds. */
  pausedMs: number;
  /** Whether the index of before is gone; otherwise searches were still reading it, and the next migration removes it. */
  removed: boolean;
}

export interface MoveOptions {
  layout: Layout;
  /** Go on with what a migration that was broken off has left. */
  resume: boolean;
  /** How long to wait for searches that read the index of before. */
  patienceMs: number;
  say: (line: string) => void;
}

/** So few documents are copied while writes wait. */
const FEW = 1_000;
/** Where more come than are copied, waiting for few would never end. */
const MOST_PASSES = 8;
const LOOK_EVERY_MS = 100;

/** `CONFLICT` where somebody else moves it, or did and was broken off, and `resume` is not given. */
export async function migrateIndex(client: Client, move: Move, options: MoveOptions): Promise<Moved> {
  const { from, to } = move;
  await createCopy(client, move, options);
  const after = await copyUntilFewAreLeft(client, move, options.say);
  const started = performance.now();
  await inWords(client.indices.addBlock({ index: from, block: 'write' }));
  try {
    await inWords(client.indices.refresh({ index: from }));
    await copyDocuments(client, { from, to, after });
    await inWords(client.indices.refresh({ index: to }));
    await removeGone(client, from, to);
    await swap(client, move);
  } finally {
    await inWords(client.indices.putSettings({ index: from, settings: { 'index.blocks.write': null } }));
  }
  const pausedMs = Math.round(performance.now() - started);
  const { count: documents } = await inWords(client.count({ index: to }));
  options.say(`${move.alias} is ${to}: ${documents} documents; writes waited ${pausedMs} ms`);
  return { ...move, documents, pausedMs, removed: await removeUnread(client, from, options.patienceMs) };
}

async function createCopy(client: Client, { from, to, index }: Move, { layout, resume }: MoveOptions) {
  try {
    await client.indices.create({
      index: to,
      ...definitionOf(index, { ...(await layoutOf(client, from)), ...layout }),
    });
  } catch (thrown) {
    if (!isAlreadyThere(thrown)) throw elasticsearchError(thrown);
    if (resume) return;
    throw new MatineeError('CONFLICT', `${to} is there: a migration is under way, or was broken off`, {
      hint: 'Wait for it. Where none runs any more: `matinee store migrate --resume`.',
    });
  }
}

const SettingsSchema = Compile(
  Type.Record(
    Type.String(),
    Type.Object({
      settings: Type.Object({
        index: Type.Object({ number_of_shards: Type.String(), number_of_replicas: Type.String() }),
      }),
    }),
  ),
);

async function layoutOf(client: Client, index: string): Promise<Required<Layout>> {
  const answer = SettingsSchema.Parse(await inWords(client.indices.getSettings({ index })));
  const settings = answer[index]?.settings.index;
  return {
    shards: Number(settings?.number_of_shards ?? 1),
    replicas: Number(settings?.number_of_replicas ?? 1),
  };
}

/** Gives the sequence number that the copy has come up to. */
async function copyUntilFewAreLeft(client: Client, { from, to, alias }: Move, say: MoveOptions['say']) {
  let after = -1;
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const reached = await checkpointOf(client, from);
    await inWords(client.indices.refresh({ index: from }));
    const copied = await copyDocuments(client, { from, to, after });
    say(`${alias}: ${copied} documents copied to ${to}`);
    after = reached;
    if (copied < FEW) break;
  }
  await inWords(client.indices.refresh({ index: [from, to] }));
  await removeGone(client, from, to);
  return after;
}

async function swap(client: Client, { from, to, alias, index }: Move): Promise<void> {
  await inWords(
    client.indices.updateAliases({
      actions: [
        { remove: { index: from, alias, must_exist: true } },
        { add: { index: to, alias, ...aliasSettings(index) } },
      ],
    }),
  );
}

const ContextsSchema = Compile(
  Type.Object({
    _all: Type.Object({ total: Type.Object({ search: Type.Object({ open_contexts: Type.Integer() }) }) }),
  }),
);

/** Removes an index that nobody writes to, once no scan reads it any more. */
export async function removeUnread(client: Client, index: string, patienceMs: number): Promise<boolean> {
  for (const deadline = performance.now() + patienceMs; ; await delay(LOOK_EVERY_MS)) {
    const stats = ContextsSchema.Parse(await inWords(client.indices.stats({ index, metric: 'search' })));
    if (stats._all.total.search.open_contexts === 0) break;
    if (performance.now() > deadline) return false;
  }
  try {
    await client.indices.delete({ index });
  } catch (thrown) {
    const isGone = thrown instanceof errors.ResponseError && thrown.statusCode === 404;
    if (!isGone) throw elasticsearchError(thrown);
  }
  return true;
}
