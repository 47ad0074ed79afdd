/** Keeps the rows of the charts in the store what they are, where the store is one that Kibana reads. */
import { CHARTS } from '../../dashboard/charts.ts';
import type { ChartReader } from '../../dashboard/read-charts.ts';
import { messageOf } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import type { HomeStore } from '../home/open-store.ts';

export interface ChartsPublisher {
  /** Publishes what has changed since the last time, now. */
  publish(): Promise<void>;
  /** Resolves once nothing is under way. */
  close(): Promise<void>;
}

const EVERY_MS = 15_000;

/** Publishes four times a minute from now on; does nothing on a store of another kind. */
export function createChartsPublisher(
  { publishCharts }: Pick<HomeStore, 'publishCharts'>,
  { read }: Pick<ChartReader, 'read'>,
  logger: Logger,
): ChartsPublisher {
  let published = '';
  let underWay: Promise<void> = Promise.resolve();

  async function publishChanged(): Promise<void> {
    if (publishCharts === undefined) return;
    const charts = [];
    for (const chart of CHARTS) charts.push({ chart: chart.id, rows: (await read(chart, {})).rows });
    const now = JSON.stringify(charts);
    if (now === published) return;
    await publishCharts({ charts, measuredAt: Date.now() });
    published = now;
  }

  function publish(): Promise<void> {
    underWay = underWay.then(publishChanged).catch((error: unknown) => {
      logger.warn({ reason: messageOf(error) }, 'the charts are not in the store; trying again soon');
    });
    return underWay;
  }

  const timer = setInterval(() => void publish(), EVERY_MS);
  timer.unref();
  return {
    publish,
    async close() {
      clearInterval(timer);
      await underWay;
    },
  };
}
