/** The retention of a home: looked at, run when asked, and run by itself as often as the configuration says. */
import type { RetentionRuns } from '../../api/deps.ts';
import type { Config } from '../../config/schema.ts';
import { cleanTopic, flowTopics } from '../../consumer/flow-topics.ts';
import { messageOf } from '../../domain/errors.ts';
import { type Clock, type Logger, systemClock } from '../../domain/ports.ts';
import { bySystem } from '../../governance/audit/events.ts';
import { keepProof, lastRun, proofOf } from '../../governance/retention/proof.ts';
import {
  previewRetention,
  type RetentionParts,
  type RetentionReport,
  runRetention,
} from '../../governance/retention/run-retention.ts';
import { indexedTopics, indexerLag } from '../flow/partitions.ts';
import type { State } from '../home/open-state.ts';

const HOUR_MS = 3_600_000;
const LOOK_EVERY_MS = 60_000;

export interface Retention extends RetentionRuns {
  /** Runs it whenever it is due, from now on; what this gives stops that, once the run under way is done. */
  keepUp(logger: Logger): () => Promise<void>;
}

type RetentionConfig = Pick<Config, 'consumer' | 'governance' | 'stream'>;

export function createRetention(
  { stream, store, vault, home }: Pick<State, 'stream' | 'store' | 'vault' | 'home'>,
  { consumer, governance, stream: { partitions } }: RetentionConfig,
  clock: Clock = systemClock,
): Retention {
  const topics = [
    ...flowTopics(partitions),
    ...(consumer.runner === 'spark' ? [cleanTopic(partitions)] : []),
  ];
  const waiting = () => indexerLag(stream, indexedTopics({ consumer }));
  const parts: RetentionParts = { stream, store, topics, settings: governance.retention, waiting, clock };
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: two at once would both tell of what one of them dropped. */
  function run(): Promise<RetentionReport> {
    const report = queue.then(async () => {
      const done = await runRetention(parts);
      const { line, digest } = proofOf(done);
      keepProof(home.retentionFile, line);
      await vault.remote.appendAudit(bySystem('retention.run', digest));
      return done;
    });
    queue = report.catch(() => undefined);
    return report;
  }

  function isDue(): boolean {
    const { everyHours } = governance.retention;
    if (everyHours === 0) return false;
    return clock.now() - (lastRun(home.retentionFile) ?? 0) >= everyHours * HOUR_MS;
  }

  return {
    preview: () => previewRetention(parts),
    run,
    keepUp(logger) {
      let running: Promise<void> = Promise.resolve();
      const look = async () => {
        if (!isDue()) return;
        const { steps } = await run();
        logger.info({ steps }, 'the retention was run');
      };
      const lookSafely = () => {
        running = running
          .then(look)
          .catch((error: unknown) =>
            logger.warn({ reason: messageOf(error) }, 'the retention could not be run; trying again'),
          );
      };
      lookSafely();
      const timer = setInterval(lookSafely, LOOK_EVERY_MS);
      timer.unref();
      return async () => {
        clearInterval(timer);
        await running;
      };
    },
  };
}
