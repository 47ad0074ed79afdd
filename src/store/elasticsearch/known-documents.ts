/**
 * Films and persons as the cluster has them, kept in memory so that not every rating writes its film and its person anew:
 * only what is not known here, or has other words, becomes an operation. The script in it decides by version, so that
 * several processes may write.
 */
import { LRUCache } from 'lru-cache';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isJsonObject } from '../../domain/json.ts';
import { isNewer } from '../newer-version.ts';
import type { DocumentVersion } from '../store.ts';
import type { Operation, Outcome } from './bulk.ts';

/** What another process changed is noticed by then at the latest. */
const MAX_AGE_MS = 60_000;
const MOST_KEPT = 100_000;

interface Known {
  /** The words as JSON. */
  words: string;
  version: DocumentVersion;
}

/** One document to bring up to date. */
export interface Upsert {
  id: string;
  operation: Operation;
}

export interface KnownDocuments {
  /** Takes in the words of a version; null where the cluster need not be told. */
  upsert(id: string, fields: object, version: DocumentVersion): Upsert | null;
  /** Takes in what became of an operation of `upsert`. */
  settle(id: string, outcome: Outcome): void;
}

const VersionSchema = Compile(Type.Object({ eventTime: Type.Number(), offset: Type.Number() }));

/** `changes` counts how often the words of a document became others. */
const SCRIPT = `
  if (params.eventTime < ctx._source.eventTime
      || (params.eventTime == ctx._source.eventTime && params.offset <= ctx._source.offset)) {
    ctx.op = 'none';
  } else {
    boolean same = true;
    for (entry in params.fields.entrySet()) {
      if (ctx._source[entry.getKey()] != entry.getValue()) {
        ctx._source[entry.getKey()] = entry.getValue();
        same = false;
      }
    }
    ctx._source.eventTime = params.eventTime;
    ctx._source.offset = params.offset;
    if (!same) ctx._source.changes += 1;
  }`;

export function createKnownDocuments(index: string): KnownDocuments {
  const known = new LRUCache<string, Known>({ max: MOST_KEPT, ttl: MAX_AGE_MS });
  const sent = new Map<string, readonly string[]>();

  return {
    upsert(id, fields, { eventTime, offset }) {
      const words = JSON.stringify(fields);
      const kept = known.get(id);
      const version = { eventTime, offset };
      if (kept?.words === words) {
        if (isNewer(version, kept.version)) kept.version = version;
        return null;
      }
      if (kept !== undefined && !isNewer(version, kept.version)) return null;
      sent.set(id, Object.keys(fields));
      const update = { _index: index, _id: id, retry_on_conflict: 5, _source: true };
      const body = {
        script: { source: SCRIPT, params: { fields, eventTime, offset } },
        upsert: { ...fields, eventTime, offset, changes: 1 },
      };
      return { id, operation: { lines: [JSON.stringify({ update }), JSON.stringify(body)] } };
    },
    settle(id, outcome) {
      const names = sent.get(id);
      sent.delete(id);
      if (names === undefined || outcome.kind !== 'done') return;
      const { source } = outcome;
      if (!isJsonObject(source)) return;
      const words = JSON.stringify(Object.fromEntries(names.map((name) => [name, source[name]])));
      if (!VersionSchema.Check(source)) return;
      known.set(id, { words, version: { eventTime: source.eventTime, offset: source.offset } });
    },
  };
}
