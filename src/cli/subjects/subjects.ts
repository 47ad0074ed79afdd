/** The rights of persons over their data, on the state of a home: erasures one after the other. */
import { rmSync } from 'node:fs';
import type { SubjectRights } from '../../api/deps.ts';
import type { Config } from '../../config/schema.ts';
import type { Pseudonym } from '../../domain/ids.ts';
import { systemClock } from '../../domain/ports.ts';
import { type ErasureParts, eraseSubject, resumeErasures } from '../../governance/erasure/erase-subject.ts';
import type { State } from '../home/open-state.ts';
import { unlearn } from '../training/unlearn.ts';
import { dropRejectedRows } from './drop-rejected-rows.ts';

export interface Subjects extends Pick<SubjectRights, 'erase'> {
  /** Takes up the erasures that were broken off, and says how many there were. */
  resume(): Promise<number>;
}

/** `forget` drops what this process has of a person in memory. */
export function createSubjects(
  state: State,
  { governance }: Pick<Config, 'governance'>,
  forget: (person: Pseudonym) => void,
): Subjects {
  const { vault, store, pseudonymiser, home } = state;
  const parts: ErasureParts = {
    vault: vault.remote,
    store,
    forget,
    async unlearn(beforeMs) {
      // Half a training on data that has the person.
      for (const end of ['', '.writing', '.damaged']) rmSync(`${home.checkpointFile}${end}`, { force: true });
      return unlearn(state, beforeMs);
    },
    encryption: governance.encryption,
    clock: systemClock,
  };
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    erase: (userId) =>
      inTurn(async () => {
        const receipt = await eraseSubject(parts, pseudonymiser.pseudonymise(userId));
        await dropRejectedRows(state);
        return receipt;
      }),
    resume: () =>
      inTurn(async () => {
        await dropRejectedRows(state);
        return resumeErasures(parts);
      }),
  };
}
