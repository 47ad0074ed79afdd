import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../store.contract.ts';
import { openEmbeddedStore } from './open.ts';

storeContract('the embedded store', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'matinee-store-'));
  const store = await openEmbeddedStore({ dir });
  return {
    store,
    async dispose() {
      await store.close();
      await rm(dir, { recursive: true });
    },
  };
});
