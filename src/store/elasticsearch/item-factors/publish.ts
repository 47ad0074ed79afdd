/**
 * The factors of the films of the version that serves, as unit vectors in an index of their own (`dense_vector`): what the
 * cluster, or anybody with a key to it, finds similar films by. One index a version, behind the alias `item_factors`; the
 * alias moves once a version is there whole.
 */
import { type Client, errors } from '@elastic/elasticsearch';
import { MatineeError } from '../../../domain/errors.ts';
import { type Operation, sendAll } from '../bulk.ts';
import { elasticsearchError, inWords } from '../connection.ts';
import { ensureIndex } from '../indices.ts';
import { indexBehind } from '../migrate/generations.ts';

/** The films of one version: a row of `rank` values for each, of length 1, or all 0 for a film without factors. */
export interface FilmVectors {
  version: string;
  movieIds: readonly number[];
  rank: number;
  rows: Float32Array;
}

/** The thread that answers people writes them as JSON: a few milliseconds for so many. */
const FILMS_PER_REQUEST = 200;
/** What a `dense_vector` holds at most. */
const MOST_DIMENSIONS = 4_096;

export const factorsAlias = (prefix: string) => `${prefix}item_factors`;

/**
 * Resolves once searches find this version and no other. Doing it again, or several processes doing it at once, changes
 * nothing. Gives false where it was there already.
 */
export async function publishFactors(client: Client, prefix: string, films: FilmVectors): Promise<boolean> {
  if (films.rank > MOST_DIMENSIONS) {
    throw new MatineeError(
      'USAGE',
      `${films.rank} factors are more than the ${MOST_DIMENSIONS} of a vector`,
      {
        hint: 'Train with fewer factors.',
      },
    );
  }
  const alias = factorsAlias(prefix);
  const index = `${alias}-${films.version.toLowerCase()}`;
  const before = await indexBehind(client, alias);
  if (before === index) return false;
  await ensureIndex(client, index, fields(films.rank));
  for (let from = 0; from < films.movieIds.length; from += FILMS_PER_REQUEST)
    await sendAll(client, operations(index, films, from), { index, ...REFUSED });
  await inWords(client.indices.refresh({ index }));
  await takeOver(client, { alias, index, before });
  return true;
}

const fields = (dims: number) =>
  ({
    movieId: { type: 'integer' },
    version: { type: 'keyword' },
    // Whole floats in the graph: nothing is rounded, so that the cosines are those of the model.
    factors: {
      type: 'dense_vector',
      dims,
      index: true,
      similarity: 'dot_product',
      index_options: { type: 'hnsw', m: 32, ef_construction: 200 },
    },
  }) as const;

const REFUSED = {
  what: 'factors',
  hint: 'Look in the log of Elasticsearch; the next version that serves, or the next start, publishes again.',
};

/** A film without factors is near to none, and not there. */
function operations(
  index: string,
  { movieIds, rank, rows, version }: FilmVectors,
  from: number,
): Operation[] {
  return movieIds.slice(from, from + FILMS_PER_REQUEST).flatMap((movieId, nth) => {
    const factors = rows.subarray((from + nth) * rank, (from + nth + 1) * rank);
    if (factors.every((value) => value === 0)) return [];
    const action = JSON.stringify({ index: { _index: index, _id: String(movieId) } });
    return [{ lines: [action, JSON.stringify({ movieId, version, factors: [...factors] })] }];
  });
}

/**
 * The alias says this version only; the index of the one before, and what older ones have left, goes in the same step. A
 * younger one may be on its way from another process.
 */
async function takeOver(
  client: Client,
  { alias, index, before }: { alias: string; index: string; before: string | null },
): Promise<void> {
  const all = Object.keys(await inWords(client.indices.get({ index: `${alias}-*` })));
  const others = all.filter((name) => name < index || (name === before && name !== index));
  try {
    await client.indices.updateAliases({
      actions: [{ add: { index, alias } }, ...others.map((other) => ({ remove_index: { index: other } }))],
    });
  } catch (thrown) {
    // Another process has published another version meanwhile, and has removed this one.
    const isGone = thrown instanceof errors.ResponseError && thrown.statusCode === 404;
    if (!isGone) throw elasticsearchError(thrown);
  }
}
