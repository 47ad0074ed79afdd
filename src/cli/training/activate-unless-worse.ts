/** Lets a new version serve, unless it is worse than the one that serves now. */
import type { Manifest } from '../../model/registry/manifest.ts';
import type { ModelRegistry } from '../../model/registry/registry.ts';
import { isNotWorse } from '../../model/training/guard.ts';

/** Whether the version serves from now on. */
export async function activateUnlessWorse(
  registry: Pick<ModelRegistry, 'active' | 'load' | 'activate'>,
  candidate: Manifest,
): Promise<boolean> {
  const active = await registry.active();
  const present = active === null ? null : (await registry.load(active)).manifest;
  if (present !== null && !isNotWorse(candidate, present)) return false;
  await registry.activate(candidate.version);
  return true;
}
