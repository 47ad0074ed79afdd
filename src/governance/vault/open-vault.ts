/** Opens the key store of a home in a thread of its own. */
import { type MessagePort, Worker } from 'node:worker_threads';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import { siblingModule } from '../../domain/module-url.ts';
import { openPort } from '../../threads/ports.ts';
import { connectVault, type VaultConnection } from './connect-vault.ts';
import type { VaultThreadData } from './protocol.ts';

export interface Vault extends Pick<VaultConnection, 'remote'> {
  /** A port to transfer to another thread of this process, which gives it to `connectVault`. */
  connectPort(): MessagePort;
  close(): Promise<void>;
}

/**
 * Opens or makes the key store in `file`. `CONFLICT` when it was made under another master key or by another program,
 * `UNAVAILABLE` when it cannot be read or written.
 */
export async function openVault(data: VaultThreadData): Promise<Vault> {
  const worker = new Worker(siblingModule('./vault-thread', import.meta.url), { workerData: data });
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', (error) => reject(threadFailed(error)));
  });
  // The ends of its ports tell the callers when it dies later.
  failed.catch(() => undefined);
  const { remote, close } = connectVault(openPort(worker));
  try {
    await Promise.race([remote.ready(), failed]);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  let closed: Promise<void> | null = null;
  const end = async () => {
    await remote.shutDown();
    close();
    await worker.terminate();
  };
  return {
    remote,
    connectPort: () => openPort(worker),
    close() {
      closed ??= end();
      return closed;
    },
  };
}

function threadFailed(error: unknown): MatineeError {
  return new MatineeError('UNAVAILABLE', `The thread of the key store has failed: ${messageOf(error)}`, {
    hint: 'Start Matinee again; nothing it accepted is lost.',
    cause: error,
  });
}
