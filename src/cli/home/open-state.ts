/** Opens what a home holds: the key of the pseudonyms, the stream, the store and the registry of models. */

import type { Config } from '../../config/schema.ts';
import { flowTopics } from '../../consumer/flow-topics.ts';
import type { Pseudonymiser } from '../../domain/ports.ts';
import { loadMasterKey } from '../../governance/master-key-file.ts';
import { createPseudonymiser } from '../../governance/pseudonymiser.ts';
import { createRegistry, type ModelRegistry } from '../../model/registry/registry.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../store/embedded/open.ts';
import { type EmbeddedStream, openEmbeddedStream } from '../../stream/embedded/embedded-stream.ts';
import { VERSION } from '../version.ts';
import type { Home } from './home.ts';

export interface State {
  home: Home;
  masterKey: Buffer;
  pseudonymiser: Pseudonymiser;
  stream: EmbeddedStream;
  store: EmbeddedStore;
  registry: ModelRegistry;
  close(): Promise<void>;
}

/** Opens the stream alone, its topics there. */
export async function openHomeStream({ dir }: Home, config: Config): Promise<EmbeddedStream> {
  const stream = await openEmbeddedStream({ dir });
  try {
    await stream.ensureTopics(flowTopics(config.stream.partitions));
    return stream;
  } catch (error) {
    await stream.close();
    throw error;
  }
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
    await claimStore(state).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
    return state;
  } catch (error) {
    await stream.close();
    throw error;
  }
}

/** A home whose data set is not known yet is claimed by the process that brings it. */
async function claimStore({ home, store, pseudonymiser }: Omit<State, 'close'>): Promise<void> {
  if (home.dataSet === null) return;
  const { name, fingerprint } = home.dataSet;
  await store.claim({ keyFingerprint: pseudonymiser.fingerprint, dataSet: `${name} ${fingerprint}` });
}
