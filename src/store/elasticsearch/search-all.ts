/** Every hit of a search, in the order of its sort, page by page. */
import type { Client, estypes } from '@elastic/elasticsearch';
import { hitsOf } from './answers.ts';
import { inWords } from './connection.ts';

const HITS_PER_PAGE = 10_000;

/** The sort must tell any two documents apart. */
export async function searchAll(client: Client, request: estypes.SearchRequest): Promise<unknown[]> {
  const sources: unknown[] = [];
  for (let after: estypes.SortResults | undefined, more = true; more; ) {
    const page = hitsOf(
      await inWords(
        client.search({
          ...request,
          size: HITS_PER_PAGE,
          track_total_hits: false,
          ...(after === undefined ? {} : { search_after: after }),
        }),
      ),
    );
    for (const { source } of page) sources.push(source);
    after = sortOf(page.at(-1)?.sort);
    more = page.length === HITS_PER_PAGE;
  }
  return sources;
}

function sortOf(values: readonly unknown[] | undefined): estypes.SortResults | undefined {
  return values?.flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [value] : []));
}
