/** Keeps the factors in the store those of the version that serves, beside the serving and never in its way. */
import { messageOf } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import type { ServedModel } from '../../recommender/served-model.ts';
import type { HomeStore } from '../home/open-store.ts';

export interface FactorsPublisher {
  /** Publishes a version behind the one under way; of several that wait only the latest. */
  publish(version: ServedModel): void;
  /** Resolves once nothing is under way. */
  close(): Promise<void>;
}

export function createFactorsPublisher(
  { publishFactors }: Pick<HomeStore, 'publishFactors'>,
  logger: Logger,
): FactorsPublisher {
  let latest: ServedModel | null = null;
  let underWay: Promise<void> = Promise.resolve();

  async function publishLatest(): Promise<void> {
    const version = latest;
    latest = null;
    const directions = version?.ranking.directions?.();
    if (version === null || directions === undefined || publishFactors === undefined) return;
    const movieIds = version.ranking.items.ids;
    try {
      const isNew = await publishFactors({ version: version.version, movieIds, ...directions });
      if (isNew) logger.info({ version: version.version }, 'the factors of films are in the store');
    } catch (error) {
      logger.warn({ version: version.version, reason: messageOf(error) }, 'the factors are not in the store');
    }
  }

  return {
    publish(version) {
      latest = version;
      underWay = underWay.then(publishLatest);
    },
    close() {
      latest = null;
      return underWay;
    },
  };
}
