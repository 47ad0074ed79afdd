/** Opens what a home holds: the key of the pseudonyms, the stream, the store and the registry of models. */

import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { Pseudonymiser } from '../../domain/ports.ts';
import { FLOW_TOPICS, INDEXER_GROUP } from '../../domain/topics.ts';
import { loadMasterKey } from '../../governance/master-key-file.ts';
import { createPseudonymiser } from '../../governance/pseudonymiser.ts';
import { createRegistry, type ModelRegistry } from '../../model/registry/registry.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../store/embedded/open.ts';
import { VERSION } from '../version.ts';
import type { Home } from './home.ts';
import { type HomeStream, openHomeStream } from './open-stream.ts';

export interface State {
  home: Home;
  masterKey: Buffer;
  pseudonymiser: Pseudonymiser;
  stream: HomeStream;
  store: EmbeddedStore;
  registry: ModelRegistry;
  close(): Promise<void>;
}

/** Opens everything, or nothing: what was opened before a failure is closed again. */
export async function openState(home: Home, config: Config): Promise<State> {
  const masterKey = await loadMasterKey({ file: config.governance.key ?? home.keyFile });
  const pseudonymiser = createPseudonymiser(masterKey);
  const registry = await createRegistry(home.modelsDir, { codeVersion: VERSION });
  const stream = await openHomeStream(home, config);
  try {
    const store = await openEmbeddedStore({ dir: home.dir });
    const close = async () => {
      await store.close();
      await stream.close();
    };
    const state = { home, masterKey, pseudonymiser, stream, store, registry, close };
    await claimState(state, config).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
    return state;
  } catch (error) {
    await stream.close();
    throw error;
  }
}

async function claimState(state: Omit<State, 'close'>, config: Config): Promise<void> {
  await claimStore(state);
  if (config.stream.kind === 'kafka') await refuseForeignCommits(state);
}

/** A home whose data set is not known yet is claimed by the process that brings it. */
async function claimStore({ home, store, pseudonymiser }: Omit<State, 'close'>): Promise<void> {
  if (home.dataSet === null) return;
  const { name, fingerprint } = home.dataSet;
  await store.claim({ keyFingerprint: pseudonymiser.fingerprint, dataSet: `${name} ${fingerprint}` });
}

/**
 * The index of a home and the commits of the indexer belong together: behind commits that another home made, this
 * one's index would stay empty.
 */
async function refuseForeignCommits({ stream, store }: Omit<State, 'close'>): Promise<void> {
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
