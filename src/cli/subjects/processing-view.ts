/** Who is limited: in memory, read when a process begins and kept true by the thread of the keys; or asked once. */
import { asPseudonym, type Pseudonym } from '../../domain/ids.ts';
import {
  isLimited,
  type Processing,
  type ProcessingOf,
  UNLIMITED,
} from '../../governance/processing/processing.ts';
import type { VaultConnection } from '../../governance/vault/connect-vault.ts';
import type { LimitedPerson } from '../../governance/vault/processing-table.ts';

export interface ProcessingView {
  of: ProcessingOf;
  /** Takes in everybody who is limited now. */
  update(persons: readonly LimitedPerson[]): void;
}

export function createProcessingView(): ProcessingView {
  let limited = new Map<Pseudonym, Processing>();
  return {
    of: (person) => limited.get(person) ?? UNLIMITED,
    update(persons) {
      limited = new Map(
        persons.map(({ pseudonym, profiling, restricted }) => [
          asPseudonym(pseudonym),
          { profiling, restricted },
        ]),
      );
    },
  };
}

/** Whoever may be read into memory ahead of their questions: nobody who is limited. */
export async function* usersWithout(
  blocks: AsyncIterable<Pseudonym[]>,
  processingOf: ProcessingOf,
): AsyncGenerator<Pseudonym[]> {
  for await (const block of blocks) yield block.filter((person) => !isLimited(processingOf(person)));
}

/** Everybody who is limited now. */
export async function limitedPersons({
  remote,
}: Pick<VaultConnection, 'remote'>): Promise<ReadonlySet<Pseudonym>> {
  return new Set((await remote.limitedPersons()).map(({ pseudonym }) => asPseudonym(pseudonym)));
}
