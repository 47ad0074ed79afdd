/**
 * Takes a person out of the cluster, and keeps them out: a document of their digest is there before anything is deleted, and
 * whoever writes looks for it first. A write that had looked already is met by deleting until nothing comes any more.
 */
import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import type { ErasedDocuments } from '../store.ts';
import { StoredPersonSchema } from './answers.ts';
import { inWords, whenSettled } from './connection.ts';
import { deleteFound } from './delete-found.ts';
import { aliasOf, wholeOf } from './indices.ts';
import { searchAll } from './search-all.ts';

const PERSON = ['userId', 'ageBand', 'gender', 'occupation'];

/** A batch that had looked before the digest was there is written by then. */
const SETTLE_MS = 500;

export interface Eraser {
  suppressedAmong(userIds: readonly string[]): Promise<ReadonlySet<string>>;
  erasePerson(userId: string): Promise<ErasedDocuments>;
  eraseDigests(digests: readonly Uint8Array[]): Promise<number>;
  erasures(): Promise<number>;
}

export function createEraser(client: Client, prefix: string, suppressionKey: Uint8Array): Eraser {
  const state = aliasOf(prefix, 'matinee_state');
  const users = wholeOf(prefix, 'users');
  const holding = [wholeOf(prefix, 'index_movies'), wholeOf(prefix, 'index_interactions')];
  const digestOf = (userId: string) =>
    createHmac('sha256', suppressionKey).update(userId).digest('base64url');
  const idOf = (digest: string) => `suppressed-${digest}`;
  const ofPerson = (userId: string) => ({ term: { 'user.userId': userId } });

  async function suppress(digest: string): Promise<void> {
    await whenSettled(() =>
      client.index({ index: state, id: idOf(digest), document: { suppressed: digest }, refresh: true }),
    );
  }

  /** Deletes what is visible; gives how many documents that were, the person's own included. */
  async function deleteOnce(userId: string): Promise<{ documents: number; user: number }> {
    await inWords(client.indices.refresh({ index: [...holding, users] }));
    return {
      documents: await deleteFound(client, holding, ofPerson(userId)),
      user: await deleteFound(client, [users], { term: { userId } }),
    };
  }

  async function deleteAll(userId: string): Promise<number> {
    let known = 0;
    for (let quiet = 0; quiet < 2; ) {
      const { documents, user } = await whenSettled(() => deleteOnce(userId));
      known += user;
      quiet = documents + user === 0 ? quiet + 1 : 0;
      if (quiet === 1) await delay(SETTLE_MS);
    }
    await whenSettled(() =>
      client.indices.forcemerge({ index: [...holding, users], only_expunge_deletes: true }),
    );
    return Math.min(known, 1);
  }

  const count = async (index: string, userId: string) =>
    (await inWords(client.count({ index, query: ofPerson(userId) }))).count;

  async function erasePerson(userId: string): Promise<ErasedDocuments> {
    const digest = digestOf(userId);
    await suppress(digest);
    await inWords(client.indices.refresh({ index: holding }));
    const ratings = await count(aliasOf(prefix, 'index_movies'), userId);
    const interactions = await count(aliasOf(prefix, 'index_interactions'), userId);
    const known = await deleteAll(userId);
    if (known > 0) {
      const document = { erased: digest };
      await whenSettled(() =>
        client.index({ index: state, id: `erased-${digest}`, document, refresh: true }),
      );
    }
    return { ratings, interactions, users: known };
  }

  return {
    erasePerson,
    async suppressedAmong(userIds) {
      if (userIds.length === 0) return new Set();
      const ids = userIds.map((userId) => idOf(digestOf(userId)));
      const { docs } = await inWords(client.mget({ index: state, ids, _source: false }));
      return new Set(
        userIds.filter((_, place) => {
          const found = docs[place];
          return found !== undefined && 'found' in found && found.found;
        }),
      );
    },
    async eraseDigests(digests) {
      const wanted = new Set(digests.map((digest) => Buffer.from(digest).toString('base64url')));
      for (const digest of wanted) await suppress(digest);
      const persons = aliasOf(prefix, 'users');
      await inWords(client.indices.refresh({ index: persons }));
      const sources = await searchAll(client, {
        index: persons,
        query: { match_all: {} },
        _source: PERSON,
        sort: [{ userId: 'asc' }],
      });
      const found = sources
        .map((source) => StoredPersonSchema.Parse(source).userId)
        .filter((userId) => wanted.has(digestOf(userId)));
      for (const userId of found) await erasePerson(userId);
      return found.length;
    },
    async erasures() {
      return (await inWords(client.count({ index: state, query: { exists: { field: 'erased' } } }))).count;
    },
  };
}
