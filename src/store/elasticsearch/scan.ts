/** The whole of an index in blocks, from a point in time: what is written meanwhile is not in it. */
import type { Client, estypes } from '@elastic/elasticsearch';
import { hitsOf } from './answers.ts';
import { inWords } from './connection.ts';

const DOCUMENTS_PER_BLOCK = 10_000;
const KEEP_ALIVE = '2m';

type Hits = ReturnType<typeof hitsOf>;

/** Sources of all documents that a query finds. */
export async function* scanSources(
  client: Client,
  index: string,
  query: estypes.QueryDslQueryContainer,
  fields: readonly string[],
): AsyncGenerator<unknown[]> {
  for await (const page of scanHits(client, index, query, [...fields]))
    yield page.map(({ source }) => source);
}

/** Ids of all documents. */
export async function* scanIds(client: Client, index: string): AsyncGenerator<string[]> {
  for await (const page of scanHits(client, index, { match_all: {} }, false)) yield page.map(({ id }) => id);
}

async function* scanHits(
  client: Client,
  index: string,
  query: estypes.QueryDslQueryContainer,
  fields: string[] | false,
): AsyncGenerator<Hits> {
  let { id } = await inWords(client.openPointInTime({ index, keep_alive: KEEP_ALIVE }));
  try {
    for (let after: number | undefined, more = true; more; ) {
      const answer = await inWords(
        client.search({
          pit: { id, keep_alive: KEEP_ALIVE },
          query,
          _source: fields,
          size: DOCUMENTS_PER_BLOCK,
          sort: [{ _shard_doc: 'asc' }],
          track_total_hits: false,
          ...(after === undefined ? {} : { search_after: [after] }),
        }),
      );
      id = answer.pit_id ?? id;
      const page = hitsOf(answer);
      if (page.length > 0) yield page;
      const last = page.at(-1)?.sort[0];
      after = typeof last === 'number' ? last : undefined;
      more = page.length === DOCUMENTS_PER_BLOCK && after !== undefined;
    }
  } finally {
    await client.closePointInTime({ id });
  }
}
