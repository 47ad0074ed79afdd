/**
 * The rows of the dashboard's charts as an index of their own, `matinee_charts`: what Kibana's readers are let see in place
 * of documents about persons. What few people are behind is not in it, for it was left out before.
 */
import type { Client } from '@elastic/elasticsearch';
import { chartsIndexName } from '../../domain/charts-index.ts';
import { type Operation, sendAll } from './bulk.ts';
import { inWords } from './connection.ts';
import { deleteFound } from './delete-found.ts';
import { ensureIndex } from './indices.ts';

/** The rows of one chart, in their order. */
export interface PublishedChart {
  chart: string;
  rows: readonly Readonly<Record<string, string | number | null>>[];
}

const FIELDS = {
  chart: { type: 'keyword' },
  row: { type: 'integer' },
  measuredAt: { type: 'date', format: 'epoch_millis' },
  // Each chart has columns of its own: they are drawn, never searched.
  cells: { type: 'object', enabled: false },
} as const;

/** Replaces what was there. `measuredAt` in epoch milliseconds; later than that of the time before. */
export async function publishCharts(
  client: Client,
  prefix: string,
  { charts, measuredAt }: { charts: readonly PublishedChart[]; measuredAt: number },
): Promise<void> {
  const index = chartsIndexName(prefix);
  await ensureIndex(client, index, FIELDS);
  const operations = charts.flatMap(({ chart, rows }) =>
    rows.map((cells, row): Operation => {
      const action = JSON.stringify({ index: { _index: index, _id: `${chart}-${row}` } });
      return { lines: [action, JSON.stringify({ chart, row, measuredAt, cells })] };
    }),
  );
  await sendAll(client, operations, {
    index,
    what: 'rows of charts',
    hint: 'Look in the log of Elasticsearch; they are published again within a minute.',
  });
  await inWords(client.indices.refresh({ index }));
  await deleteFound(client, [index], { range: { measuredAt: { lt: measuredAt } } });
}
