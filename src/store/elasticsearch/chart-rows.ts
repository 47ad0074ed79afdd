/**
 * The rows of the dashboard's charts as an index of their own, `matinee_charts`: what Kibana's readers are let see in place
 * of documents about persons. What few people are behind is not in it, for it was left out before.
 */
import type { Client } from '@elastic/elasticsearch';
import { chartsIndexName } from '../../domain/charts-index.ts';
import { MatineeError } from '../../domain/errors.ts';
import { type Operation, sendBulk } from './bulk.ts';
import { elasticsearchError, inWords } from './connection.ts';
import { deleteFound } from './delete-found.ts';
import { isAlreadyThere } from './indices.ts';

/** The rows of one chart, in their order. */
export interface PublishedChart {
  chart: string;
  rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Replaces what was there. `measuredAt` in epoch milliseconds; later than that of the time before. */
export async function publishCharts(
  client: Client,
  prefix: string,
  { charts, measuredAt }: { charts: readonly PublishedChart[]; measuredAt: number },
): Promise<void> {
  const index = chartsIndexName(prefix);
  await createIndex(client, index);
  const operations = charts.flatMap(({ chart, rows }) =>
    rows.map((cells, row): Operation => {
      const action = JSON.stringify({ index: { _index: index, _id: `${chart}-${row}` } });
      return { lines: [action, JSON.stringify({ chart, row, measuredAt, cells })] };
    }),
  );
  const refused = (await sendBulk(client, operations)).find(({ kind }) => kind === 'refused');
  if (refused?.kind === 'refused') {
    throw new MatineeError('UNAVAILABLE', `${index} refuses rows of charts: ${refused.reason}`, {
      hint: 'Look in the log of Elasticsearch; they are published again within a minute.',
    });
  }
  await inWords(client.indices.refresh({ index }));
  await deleteFound(client, [index], { range: { measuredAt: { lt: measuredAt } } });
}

async function createIndex(client: Client, index: string): Promise<void> {
  if (await inWords(client.indices.exists({ index }))) return;
  try {
    await client.indices.create({
      index,
      mappings: {
        dynamic: 'strict',
        properties: {
          chart: { type: 'keyword' },
          row: { type: 'integer' },
          measuredAt: { type: 'date', format: 'epoch_millis' },
          // Each chart has columns of its own: they are drawn, never searched.
          cells: { type: 'object', enabled: false },
        },
      },
    });
  } catch (thrown) {
    if (!isAlreadyThere(thrown)) throw elasticsearchError(thrown);
  }
}
