/** How a stage's thread reaches the keys of persons: a port to the thread that holds them. */
import { MessagePort } from 'node:worker_threads';
import { type Static, Type } from 'typebox';
import type { RecordCipher } from '../../domain/record-cipher.ts';
import { clearCipher, connectVault, sealingCipher } from '../../governance/vault/connect-vault.ts';
import { instanceOf } from './instance-schema.ts';

export const VaultPortSchema = Type.Object({
  port: instanceOf(MessagePort),
  /** Whether the stream is encrypted. */
  encryption: Type.Boolean(),
});
export type VaultPort = Static<typeof VaultPortSchema>;

export function connectCipher({ port, encryption }: VaultPort): { cipher: RecordCipher; close(): void } {
  const { remote, close } = connectVault(port);
  return { cipher: encryption ? sealingCipher(remote) : clearCipher(remote), close };
}
