/** The thread that holds the keys of persons: the only one of its process that opens the key store, or sees a key. */
import type { MessagePort } from 'node:worker_threads';
import { isJsonObject } from '../../domain/json.ts';
import { systemClock } from '../../domain/ports.ts';
import { openCalls, type Remote } from '../../threads/calls.ts';
import { servePorts } from '../../threads/ports.ts';
import { threadData } from '../../threads/thread-data.ts';
import { transfer } from '../../threads/transfer.ts';
import { createAccounts } from '../access/accounts.ts';
import { createApiKeys } from '../access/api-keys.ts';
import { createPersonSeal } from '../access/sealed-person.ts';
import { createSessions } from '../access/sessions.ts';
import { auditFileOf, createAuditLog } from '../audit/audit-log.ts';
import { keyStoreError, openKeyDatabase } from './database.ts';
import { createErasureTable } from './erasure-table.ts';
import { createKeyStore } from './key-store.ts';
import { createProcessingTable } from './processing-table.ts';
import type { VaultEvents, VaultFunctions, VaultThreadData } from './protocol.ts';
import { createBatchCipher } from './seal-batch.ts';
import { watchProcessing } from './watch-processing.ts';

/** How often erasures by other processes are looked for while nothing is asked here. */
const LOOK_EVERY_MS = 5;

const { file, masterKey, fingerprint } = threadData(isVaultThreadData);
const listeners = new Map<MessagePort, Remote<VaultEvents>>();
const opened = attempt(open);

function isVaultThreadData(data: unknown): data is VaultThreadData {
  return (
    isJsonObject(data) &&
    typeof data.file === 'string' &&
    typeof data.fingerprint === 'string' &&
    data.masterKey instanceof Uint8Array
  );
}

function open(): VaultFunctions {
  const database = openKeyDatabase(file);
  const keys = createKeyStore(database, { masterKey, fingerprint });
  const cipher = createBatchCipher(keys, (pseudonyms) => {
    for (const listener of listeners.values()) void listener.erased.asEvent(pseudonyms);
  });
  const erasures = createErasureTable(database, keys);
  const persons = createPersonSeal(masterKey);
  const processing = createProcessingTable(database, keys);
  const watch = watchProcessing(database, processing, (limited) => {
    for (const listener of listeners.values()) void listener.limited.asEvent(limited);
  });
  const looking = setInterval(() => {
    cipher.refresh();
    watch.look();
  }, LOOK_EVERY_MS);
  return {
    ready: () => undefined,
    seal(batch) {
      const sealed = cipher.seal(batch);
      return transfer(sealed, [sealed.values.bytes.buffer, sealed.values.ends.buffer]);
    },
    open(batch) {
      const { outcomes, values } = cipher.open(batch);
      return transfer({ outcomes, values }, [outcomes.buffer, values.bytes.buffer, values.ends.buffer]);
    },
    suppressed: (pseudonyms) => pseudonyms.map(keys.isSuppressed),
    suppressionKey: () => keys.suppressionKey,
    suppressedDigests: keys.suppressedDigests,
    signingKey: () => keys.signingKey,
    ...erasures,
    ...processing,
    limitProcessing(pseudonym, change) {
      const next = processing.limitProcessing(pseudonym, change);
      watch.changedHere();
      return next;
    },
    ...createApiKeys(database, persons, systemClock),
    ...createAccounts(database, persons, systemClock),
    ...createSessions(database, persons, systemClock),
    ...createAuditLog(database, auditFileOf(file), keys.isSuppressed, systemClock),
    destroyKey(pseudonym, requestedAt) {
      const entry = erasures.destroyKey(pseudonym, requestedAt);
      cipher.refresh();
      return entry;
    },
    shutDown() {
      clearInterval(looking);
      database.close();
    },
  };
}

/** What `work` gives, or functions that pass its error on to whoever asks. */
function attempt(work: () => VaultFunctions): VaultFunctions | { ready(): never; shutDown(): void } {
  try {
    return work();
  } catch (thrown) {
    const ready = () => {
      throw thrown;
    };
    return { ready, shutDown: () => undefined };
  }
}

servePorts((port) => {
  const { remote } = openCalls<VaultEvents, object>(port, opened, (thrown) => keyStoreError(thrown, file));
  listeners.set(port, remote);
  port.once('close', () => listeners.delete(port));
});
