/** Keeps the rows of the charts in the store what they are, where the store is one that Kibana reads. */
import { CHARTS } from '../../dashboard/charts.ts';
import type { ChartReader } from '../../dashboard/read-charts.ts';
import { messageOf } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import type { HomeStore } from '../home/open-store.ts';

const EVERY_MS = 15_000;

/**
 * Publishes what has changed, four times a minute from now on; nothing on a store of another kind. What this gives stops
 * that, once what is under way is done.
 */
export function keepChartsPublished(
  { publishCharts }: Pick<HomeStore, 'publishCharts'>,
  { read }: Pick<ChartReader, 'read'>,
  logger: Logger,
): () => Promise<void> {
  if (publishCharts === undefined) return async () => undefined;
  let published = '';
  let underWay: Promise<void> = Promise.resolve();

  async function publishChanged(publish: NonNullable<typeof publishCharts>): Promise<void> {
    const charts = [];
    for (const chart of CHARTS) charts.push({ chart: chart.id, rows: (await read(chart, {})).rows });
    const now = JSON.stringify(charts);
    if (now === published) return;
    await publish({ charts, measuredAt: Date.now() });
    published = now;
  }

  const timer = setInterval(() => {
    underWay = underWay
      .then(() => publishChanged(publishCharts))
      .catch((error: unknown) => {
        logger.warn({ reason: messageOf(error) }, 'the charts are not in the store; trying again soon');
      });
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
