/** The source as a stage of `start`: a data set read, kept and served on a thread of its own. */
import { siblingModule } from '../../domain/module-url.ts';
import type { SourceUser } from '../../domain/person.ts';
import type { Progress } from '../../domain/ports.ts';
import type { RateLimits } from '../../source/api/rate-limit.ts';
import { type RunningThread, spawnThread } from '../../threads/spawn.ts';
import type { DataSetSummary } from '../source/open-data-set.ts';

/** Where and how the pages are served. */
export interface ServePages {
  host: string;
  port: number;
  limits: RateLimits;
  /** The caller that sends this is not limited. */
  unlimitedSecret?: string;
}

/** Served by the thread. */
export interface SourceFunctions {
  load(dir: string | null): Promise<DataSetSummary>;
  /** Puts the rows that could not be read into a file; null when all could. */
  keepRejectedRows(path: string): Promise<string | null>;
  listen(options: ServePages): Promise<string>;
  /** A stretch of the people of the data set. */
  people(offset: number, limit: number): { total: number; people: SourceUser[] };
  close(): Promise<void>;
}

/** Served to the thread. */
export interface SourceEvents {
  loading(progress: Progress): void;
}

export function spawnSourceStage(events: SourceEvents): RunningThread<SourceFunctions> {
  return spawnThread(siblingModule('./source-thread', import.meta.url), {}, [], events);
}
