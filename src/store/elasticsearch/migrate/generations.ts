/**
 * The indices behind an alias, one after the other: `index_movies-v1` is the first of mapping 1, `index_movies-v1-r2` the
 * same built again, `index_movies-v2` the first of the next mapping.
 */
import { type Client, errors } from '@elastic/elasticsearch';
import { MatineeError } from '../../../domain/errors.ts';
import { elasticsearchError } from '../connection.ts';

export interface Generation {
  mapping: number;
  /** From 1. */
  build: number;
}

/** The generation that the name of an index tells; null for a name of another form. */
export function generationOf(name: string): Generation | null {
  const [, mapping, build = '1'] = /-v(\d+)(?:-r(\d+))?$/.exec(name) ?? [];
  return mapping === undefined ? null : { mapping: Number(mapping), build: Number(build) };
}

/** The name of what follows an index of this generation, in a mapping of this version. */
export function nextName(alias: string, before: Generation, mapping: number): string {
  return before.mapping === mapping ? `${alias}-v${mapping}-r${before.build + 1}` : `${alias}-v${mapping}`;
}

/** The index behind an alias; null without one. */
export async function indexBehind(client: Client, alias: string): Promise<string | null> {
  try {
    const [name] = Object.keys(await client.indices.getAlias({ name: alias }));
    return name ?? null;
  } catch (thrown) {
    if (thrown instanceof errors.ResponseError && thrown.statusCode === 404) return null;
    throw elasticsearchError(thrown);
  }
}

/** Refuses an index of another mapping than this program writes: `CONFLICT`, with what brings the two together. */
export function refuseOtherMapping(index: string, mapping: number): void {
  const found = generationOf(index)?.mapping ?? mapping;
  if (found === mapping) return;
  const behind = found < mapping;
  throw new MatineeError(
    'CONFLICT',
    `${index} has mapping ${found}, and this version of Matinee writes mapping ${mapping}`,
    {
      hint: behind
        ? 'Run `matinee store migrate`: processes of the version before may go on meanwhile.'
        : 'Run the version of Matinee that made it, or a newer one.',
    },
  );
}
