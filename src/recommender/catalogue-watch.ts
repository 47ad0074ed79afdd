/** Keeps the catalogue in memory as the store has it. */
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../domain/errors.ts';
import type { Logger } from '../domain/ports.ts';
import type { Store } from '../store/store.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';

export interface CatalogueWatch {
  /** Reads the catalogue now: after a load, counts and means of ratings have moved a long way. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface CatalogueWatchOptions {
  store: Pick<Store, 'catalogue' | 'catalogueVersion'>;
  logger: Logger;
  checkMs: number;
  onCatalogue: (catalogue: Catalogue) => void;
}

/** Checks after which the catalogue is read again though no film has changed: counts and means of ratings have. */
const CHECKS_UNTIL_REREAD = 15;

/** Reads the catalogue once before it resolves, then again whenever the store's has changed. */
export async function watchCatalogue(options: CatalogueWatchOptions): Promise<CatalogueWatch> {
  const { store, logger, checkMs, onCatalogue } = options;
  const stop = new AbortController();
  let version = -1;
  let catalogue: Catalogue | undefined;
  let checks = 0;

  async function check(): Promise<void> {
    const current = await store.catalogueVersion();
    checks += 1;
    if (current !== version || checks >= CHECKS_UNTIL_REREAD) await read(current);
  }

  async function read(current: number): Promise<void> {
    catalogue = createCatalogue(await store.catalogue(), catalogue);
    onCatalogue(catalogue);
    version = current;
    checks = 0;
  }

  async function watch(): Promise<void> {
    while (!stop.signal.aborted) {
      await delay(checkMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
      if (stop.signal.aborted) return;
      await check().catch((failure: unknown) => {
        logger.warn(
          { reason: messageOf(failure) },
          'The catalogue could not be read; the last one still serves',
        );
      });
    }
  }

  await check();
  const watching = watch();
  return {
    refresh: async () => read(await store.catalogueVersion()),
    async close() {
      stop.abort();
      await watching;
    },
  };
}
