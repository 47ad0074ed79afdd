/** The vault as another thread of the process uses it, over a port that the opened vault handed out. */
import type { MessagePort } from 'node:worker_threads';
import type { Rejection, RejectionCode } from '../../domain/dead-letter.ts';
import { MatineeError } from '../../domain/errors.ts';
import { asPseudonym, type Pseudonym } from '../../domain/ids.ts';
import type { ClearRecord, OpenedRecord, RecordCipher, SealedRecord } from '../../domain/record-cipher.ts';
import { openCalls, type Remote } from '../../threads/calls.ts';
import { transfer } from '../../threads/transfer.ts';
import { packValues, valueAt } from './packed-values.ts';
import type { LimitedPerson } from './processing-table.ts';
import { NO_OWNER, OUTCOME, type OwnedValues, type VaultEvents, type VaultFunctions } from './protocol.ts';

export interface VaultConnection {
  remote: Remote<VaultFunctions>;
  close(): void;
}

/**
 * `onErased` hears of persons in use in this process whose keys were destroyed, by whichever process; `onLimited` of
 * everybody who is limited, whenever that has changed.
 */
export function connectVault(
  port: MessagePort,
  onErased: (pseudonyms: Pseudonym[]) => void = () => undefined,
  onLimited: (persons: readonly LimitedPerson[]) => void = () => undefined,
): VaultConnection {
  const events: VaultEvents = {
    erased: (pseudonyms) => onErased(pseudonyms.map(asPseudonym)),
    limited: onLimited,
  };
  const { remote, end } = openCalls<VaultFunctions, VaultEvents>(port, events);
  port.once('close', () =>
    end(
      new MatineeError('UNAVAILABLE', 'The key store is closed: its thread in this process has ended', {
        hint: 'Look in the log for why it closed, and start the process again.',
      }),
    ),
  );
  return { remote, close: () => port.close() };
}

/** Seals each person's records under their key; the work is done by the vault's thread. */
export function sealingCipher(remote: Remote<VaultFunctions>): RecordCipher {
  return {
    async seal(records) {
      if (records.length === 0) return [];
      const batch = owned(records, ({ person }) => person);
      const { streamIds, values } = await remote.seal(batch);
      return records.map((_, place) => {
        const key = streamIds[batch.ownerOf[place] ?? 0] ?? null;
        return key === null ? null : { key, value: valueAt(values, place) };
      });
    },
    async open(records) {
      if (records.length === 0) return [];
      const { outcomes, values } = await remote.open(owned(records, ({ key }) => key));
      return records.map((_, place) => openedRecord(outcomes[place] ?? -1, () => valueAt(values, place)));
    },
  };
}

/** Leaves records in the clear, and lets nothing of erased persons in. */
export function clearCipher(remote: Remote<VaultFunctions>): RecordCipher {
  const sealed = (record: ClearRecord): SealedRecord => ({ key: record.person, value: record.value });
  return {
    async seal(records) {
      const persons = [...new Set(records.map(({ person }) => person))];
      const suppressed = await remote.suppressed(persons);
      const erased = new Set(persons.filter((_, place) => suppressed[place] === true));
      return records.map((record) => (erased.has(record.person) ? null : sealed(record)));
    },
    open: async (records) => records.map(({ value }) => ({ kind: 'clear', value })),
  };
}

function owned<Item extends { value: string | Uint8Array }>(
  items: readonly Item[],
  ownerOf: (item: Item) => string | null,
): OwnedValues {
  const places = new Map<string, number>();
  const placeOf = (owner: string | null): number => {
    if (owner === null) return NO_OWNER;
    const place = places.get(owner) ?? places.size;
    places.set(owner, place);
    return place;
  };
  const batch = {
    ownerOf: Uint32Array.from(items, (item) => placeOf(ownerOf(item))),
    values: packValues(items.map(({ value }) => value)),
  };
  const buffers = [batch.values.bytes.buffer, batch.values.ends.buffer];
  return transfer({ owners: [...places.keys()], ...batch }, buffers);
}

const REFUSALS: Readonly<Record<number, Rejection & { code: RejectionCode }>> = {
  [OUTCOME.notSealed]: {
    code: 'not-sealed',
    message: 'the record is not encrypted under a key of a person, as all of this home are',
  },
  [OUTCOME.unknownKey]: { code: 'unknown-key', message: 'the key that the record names is not in this home' },
  [OUTCOME.notAuthentic]: {
    code: 'not-authentic',
    message: 'the record does not open under the key it names: it has been changed',
  },
};

function openedRecord(outcome: number, value: () => Uint8Array): OpenedRecord {
  if (outcome === OUTCOME.clear) return { kind: 'clear', value: value() };
  if (outcome === OUTCOME.erased) return { kind: 'erased' };
  const reason = REFUSALS[outcome];
  if (reason !== undefined) return { kind: 'refused', reason };
  throw new MatineeError('INTERNAL', `the key store gave outcome ${outcome}, which is none`);
}
