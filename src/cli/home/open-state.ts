/** Opens what a home holds: the keys, the stream, the store and the registry of models. */

import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { Pseudonymiser } from '../../domain/ports.ts';
import type { RecordCipher } from '../../domain/record-cipher.ts';
import { FLOW_TOPICS, INDEXER_GROUP } from '../../domain/topics.ts';
import { bySystem } from '../../governance/audit/events.ts';
import { clearCipher, sealingCipher } from '../../governance/vault/connect-vault.ts';
import type { Vault } from '../../governance/vault/open-vault.ts';
import { createRegistry, type ModelRegistry } from '../../model/registry/registry.ts';
import type { VaultPort } from '../stages/vault-port.ts';
import { VERSION } from '../version.ts';
import { auditedRegistry } from './audited-registry.ts';
import type { Home } from './home.ts';
import { openKeys } from './open-keys.ts';
import { type HomeStore, openHomeStore } from './open-store.ts';
import { type HomeStream, openHomeStream } from './open-stream.ts';
import { settleEncryption } from './settle-encryption.ts';

export interface State {
  home: Home;
  masterKey: Buffer;
  pseudonymiser: Pseudonymiser;
  /** The keys of persons. */
  vault: Vault;
  /** How records of persons lie in the stream of this home. */
  cipher: RecordCipher;
  /** A way to the keys for another thread of this process. */
  shareVault(): VaultPort;
  stream: HomeStream;
  store: HomeStore;
  registry: ModelRegistry;
  close(): Promise<void>;
}

/** Opens everything, or nothing: what was opened before a failure is closed again. */
export async function openState(home: Home, config: Config): Promise<State> {
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let closer = opened.pop(); closer !== undefined; closer = opened.pop()) await closer();
  };
  try {
    const plainRegistry = await createRegistry(home.modelsDir, { codeVersion: VERSION });
    const stream = await openHomeStream(home, config);
    opened.push(stream.close);
    const { masterKey, pseudonymiser, vault } = await openKeys(home, config);
    opened.push(vault.close);
    const registry = auditedRegistry(
      plainRegistry,
      (event) => vault.remote.appendAudit(event),
      (version) => bySystem('model.activate', version),
    );
    await settleEncryption(home, config, stream);
    const suppressionKey = await vault.remote.suppressionKey();
    const store = await openHomeStore(home, config, suppressionKey);
    opened.push(store.close);
    await claimState({ home, pseudonymiser, stream, store }, config);
    await eraseAgain(vault, store);
    const { encryption } = config.governance;
    const cipher = encryption ? sealingCipher(vault.remote) : clearCipher(vault.remote);
    const shareVault = () => ({ port: vault.connectPort(), encryption });
    return { home, masterKey, pseudonymiser, vault, cipher, shareVault, stream, store, registry, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An index brought back from before an erasure has the person again: whoever is suppressed is taken out. */
async function eraseAgain(vault: Vault, store: Pick<HomeStore, 'eraseDigests'>): Promise<void> {
  const digests = await vault.remote.suppressedDigests();
  if (digests.length > 0) await store.eraseDigests(digests);
}

type Claimed = Pick<State, 'home' | 'pseudonymiser' | 'stream' | 'store'>;

async function claimState(state: Claimed, config: Config): Promise<void> {
  await claimStore(state);
  if (config.stream.kind === 'kafka') await refuseForeignCommits(state);
}

/** A home whose data set is not known yet is claimed by the process that brings it. */
async function claimStore({ home, store, pseudonymiser }: Claimed): Promise<void> {
  if (home.dataSet === null) return;
  const { name, fingerprint } = home.dataSet;
  await store.claim({ keyFingerprint: pseudonymiser.fingerprint, dataSet: `${name} ${fingerprint}` });
}

/**
 * The index of a home and the commits of the indexer belong together: behind commits that another home made, this
 * one's index would stay empty.
 */
async function refuseForeignCommits({ stream, store }: Claimed): Promise<void> {
  const [{ ratings }, committed] = await Promise.all([
    store.totals(),
    stream.committed(INDEXER_GROUP, FLOW_TOPICS),
  ]);
  if (ratings > 0 || committed.every(({ offset }) => offset === null)) return;
  throw new MatineeError(
    'CONFLICT',
    `Group ${INDEXER_GROUP} has committed records in Kafka, but the index of this home is empty`,
    { hint: 'Use the home that indexed them, or empty Kafka (`npm run engines:reset -- kafka`).' },
  );
}
