/** Similar films by the cluster: k nearest neighbours of a film among the published factors. */
import { type Client, errors } from '@elastic/elasticsearch';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../../domain/errors.ts';
import { hitsOf } from '../answers.ts';
import { elasticsearchError, inWords } from '../connection.ts';
import { factorsAlias } from './publish.ts';

export interface NearFilm {
  movieId: number;
  /** The cosine of the two rows of factors. */
  similarity: number;
}

export interface NearestQuery {
  movieId: number;
  limit: number;
  exact?: boolean;
}

export interface Nearest {
  /** The version of the model whose factors these are. */
  version: string;
  films: NearFilm[];
}

const FilmSchema = Compile(
  Type.Object({ movieId: Type.Integer(), version: Type.String(), factors: Type.Array(Type.Number()) }),
);
const HitSchema = Compile(Type.Object({ movieId: Type.Integer() }));

/** So many films each shard looks at, where fewer are asked for: the graph finds a near film the surer the more. */
const FEWEST_CANDIDATES = 200;
const CANDIDATES_PER_FILM = 10;
const MOST_CANDIDATES = 10_000;

/**
 * The `limit` films nearest to one, nearest first. Through the graph it is approximate: now and then a film is passed over;
 * `exact` compares with every film. `NOT_FOUND` for a film without factors, or where none are published.
 */
export async function nearestFilms(
  client: Client,
  prefix: string,
  { movieId, limit, exact = false }: NearestQuery,
): Promise<Nearest> {
  const index = factorsAlias(prefix);
  const { version, factors } = await factorsOf(client, index, movieId);
  const others = { bool: { must_not: { term: { movieId } } } };
  const answer = await inWords(
    client.search({
      index,
      size: limit,
      _source: ['movieId'],
      track_total_hits: false,
      ...(exact
        ? {
            query: {
              script_score: {
                query: others,
                script: { source: "dotProduct(params.factors, 'factors') + 1", params: { factors } },
              },
            },
          }
        : {
            knn: {
              field: 'factors',
              query_vector: factors,
              k: limit,
              num_candidates: Math.min(
                MOST_CANDIDATES,
                Math.max(FEWEST_CANDIDATES, limit * CANDIDATES_PER_FILM),
              ),
              filter: others,
            },
          }),
    }),
  );
  // The cluster's scores are never negative: half of 1 + cosine from the graph, 1 + cosine from the script.
  const similarityOf = (score: number) => (exact ? score - 1 : 2 * score - 1);
  const films = hitsOf(answer).map(({ score, source }) => ({
    movieId: HitSchema.Parse(source).movieId,
    similarity: similarityOf(score),
  }));
  return { version, films };
}

async function factorsOf(client: Client, index: string, movieId: number) {
  try {
    const { _source } = await client.get({ index, id: String(movieId), _source_exclude_vectors: false });
    return FilmSchema.Parse(_source);
  } catch (thrown) {
    if (!(thrown instanceof errors.ResponseError) || thrown.statusCode !== 404)
      throw elasticsearchError(thrown);
    const isUnpublished = thrown.message.includes('index_not_found_exception');
    throw new MatineeError(
      'NOT_FOUND',
      isUnpublished ? `${index} is not there: no factors are published` : `Film ${movieId} has no factors`,
      {
        hint: isUnpublished
          ? 'Start `serve` or `start` on this cluster: it publishes those of the version that serves.'
          : 'Train again once people have rated it.',
        cause: thrown,
      },
    );
  }
}
