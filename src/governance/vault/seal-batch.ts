/** Seals and opens batches of records, keeping keys that are in use in memory until any key is destroyed. */
import { LRUCache } from 'lru-cache';
import type { KeyStore, PersonKey } from './key-store.ts';
import { STREAM_ID } from './key-store.ts';
import { type PackedValues, valueAt } from './packed-values.ts';
import { NO_OWNER, type OpenedBatch, OUTCOME, type OwnedValues, type SealedBatch } from './protocol.ts';
import { openValue, SEAL_BYTES, sealInto } from './sealed-value.ts';

/** Unwrapped keys kept in memory: some 50 MB. */
const MOST_KEPT = 100_000;

export interface BatchCipher {
  seal(batch: OwnedValues): SealedBatch;
  open(batch: OwnedValues): OpenedBatch;
  /** Drops keys that were destroyed meanwhile, and gives whose they were. Called by the others before each batch. */
  refresh(): string[];
}

export function createBatchCipher(store: KeyStore, onErased: (pseudonyms: string[]) => void): BatchCipher {
  const byPerson = new LRUCache<string, PersonKey>({ max: MOST_KEPT });
  const byStreamId = new LRUCache<string, PersonKey>({ max: MOST_KEPT });
  let erasures = store.erasures();

  function refresh(): string[] {
    const now = store.erasures();
    if (now === erasures) return [];
    erasures = now;
    const held = new Set([...byPerson.keys(), ...byStreamId.values().map(({ pseudonym }) => pseudonym)]);
    const gone = [...held].filter((pseudonym) => !store.hasKey(pseudonym));
    byPerson.clear();
    byStreamId.clear();
    if (gone.length > 0) onErased(gone);
    return gone;
  }

  function keysFor(pseudonyms: readonly string[]): (PersonKey | null)[] {
    const known = pseudonyms.map((pseudonym) => byPerson.get(pseudonym));
    const missing = pseudonyms.filter((_, place) => known[place] === undefined);
    const found = new Map(store.keysFor(missing).map((key, place) => [missing[place], key]));
    for (const key of found.values()) if (key !== null) byPerson.set(key.pseudonym, key);
    return pseudonyms.map((pseudonym, place) => known[place] ?? found.get(pseudonym) ?? null);
  }

  function keyOf(streamId: string): PersonKey | 'erased' | null {
    const known = byStreamId.get(streamId);
    if (known !== undefined) return known;
    const found = STREAM_ID.test(streamId) ? store.keyOf(streamId) : null;
    if (found !== null && found !== 'erased') byStreamId.set(streamId, found);
    return found;
  }

  return {
    refresh,
    seal({ owners, ownerOf, values }) {
      refresh();
      const keys = keysFor(owners);
      const sealed = emptyValues(values.bytes.length + ownerOf.length * SEAL_BYTES, ownerOf.length);
      let end = 0;
      ownerOf.forEach((owner, place) => {
        const key = keys[owner] ?? null;
        if (key !== null) end = sealInto(sealed.bytes, end, key.key, valueAt(values, place));
        sealed.ends[place] = end;
      });
      return { streamIds: keys.map((key) => key?.streamId ?? null), values: sealed };
    },
    open({ owners, ownerOf, values }) {
      refresh();
      const keys = owners.map(keyOf);
      const opened = emptyValues(values.bytes.length, ownerOf.length);
      const outcomes = new Uint8Array(ownerOf.length);
      let end = 0;
      ownerOf.forEach((owner, place) => {
        const key = keys[owner] ?? null;
        const name = owners[owner];
        if (owner === NO_OWNER || name === undefined) outcomes[place] = OUTCOME.notSealed;
        else if (key === 'erased') outcomes[place] = OUTCOME.erased;
        else if (key === null) {
          outcomes[place] = STREAM_ID.test(name) ? OUTCOME.unknownKey : OUTCOME.notSealed;
        } else {
          const clear = openValue(key.key, valueAt(values, place));
          if (clear === null) outcomes[place] = OUTCOME.notAuthentic;
          else {
            opened.bytes.set(clear, end);
            end += clear.length;
          }
        }
        opened.ends[place] = end;
      });
      return { outcomes, values: opened };
    },
  };
}

function emptyValues(bytes: number, count: number): PackedValues {
  return { bytes: new Uint8Array(bytes), ends: new Uint32Array(count) };
}
