/** Opens the key store of a home alone, for commands that need neither its stream nor its index. */
import type { Config } from '../../config/schema.ts';
import type { Pseudonymiser } from '../../domain/ports.ts';
import { loadMasterKey } from '../../governance/master-key-file.ts';
import { createPseudonymiser } from '../../governance/pseudonymiser.ts';
import { openVault, type Vault } from '../../governance/vault/open-vault.ts';
import type { Home } from './home.ts';
import { refuseLostKeys } from './settle-encryption.ts';

export interface HomeKeys {
  masterKey: Buffer;
  pseudonymiser: Pseudonymiser;
  vault: Vault;
}

/** Made where there are none, unless the home's stream is encrypted: `CORRUPT` then, and the rest as `openVault`. */
export async function openKeys(home: Home, { governance }: Pick<Config, 'governance'>): Promise<HomeKeys> {
  const masterKey = await loadMasterKey({ file: governance.key ?? home.keyFile });
  const pseudonymiser = createPseudonymiser(masterKey);
  refuseLostKeys(home);
  const { fingerprint } = pseudonymiser;
  return {
    masterKey,
    pseudonymiser,
    vault: await openVault({ file: home.personKeysFile, masterKey, fingerprint }),
  };
}
