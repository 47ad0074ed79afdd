/** Takes erased persons out of the models: the active version trained again without them, every older one removed. */
import { MatineeError } from '../../domain/errors.ts';
import type { UnlearnedModels } from '../../governance/erasure/erase-subject.ts';
import { NO_FEEDBACK } from '../../model/feedback/signal.ts';
import type { Manifest } from '../../model/registry/manifest.ts';
import type { Trainer } from '../../model/training/trainer.ts';
import type { State } from '../home/open-state.ts';
import { trainFromStore } from './train-from-store.ts';

type Parts = Pick<State, 'store' | 'stream' | 'registry' | 'vault'>;

/**
 * Trains at the active version's recorded parameters and seed on what the store holds now, which gives to the last bit what
 * they give on data that never had the erased; activates it, and removes what was trained before. Does nothing but that while
 * the active version is of after the last erasure.
 */
export async function unlearn(parts: Parts, beforeMs: number, trainer?: Trainer): Promise<UnlearnedModels> {
  const { registry, store } = parts;
  for (;;) {
    const erasures = await store.erasures();
    const active = (await registry.list()).find((version) => version.active)?.manifest ?? null;
    const stale = active !== null && (active.erasures ?? 0) < erasures;
    const trained =
      stale && (await store.totals()).ratings > 0 ? await trainAgain(parts, active, trainer) : null;
    if (trained === undefined) continue;
    const removed = await registry.removeOlderThan(erasures, beforeMs);
    if ((await store.erasures()) === erasures) return { trained, removed };
  }
}

/** The new version, active; undefined when another erasure overtook it. */
async function trainAgain(
  parts: Parts,
  { models }: Manifest,
  trainer: Trainer | undefined,
): Promise<string | undefined> {
  try {
    const { manifest } = await trainFromStore(parts, {
      seed: models.rating.seed,
      feedback: models.ranking.feedback ?? NO_FEEDBACK,
      candidates: { rating: [models.rating.params], ranking: [models.ranking.params] },
      ...(trainer === undefined ? {} : { trainer }),
    });
    await parts.registry.activate(manifest.version);
    return manifest.version;
  } catch (error) {
    if (error instanceof MatineeError && error.code === 'CONFLICT') return undefined;
    throw error;
  }
}
