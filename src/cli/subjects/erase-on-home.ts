/** Erases a person from a home: through the process that serves it, or else by itself. */
import { Compile } from 'typebox/compile';
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Reason } from '../../governance/audit/entry.ts';
import { toPerson } from '../../governance/audit/events.ts';
import { type Receipt, ReceiptSchema } from '../../governance/erasure/receipt.ts';
import type { Home } from '../home/home.ts';
import { openState } from '../home/open-state.ts';
import { findRunning } from '../home/running.ts';
import { requestJson } from '../serving/ask-home.ts';
import { createSubjects } from './subjects.ts';

const receiptValidator = Compile(ReceiptSchema);

/** `why` is for the audit log. */
export async function eraseOnHome(home: Home, config: Config, userId: UserId, why: Reason): Promise<Receipt> {
  const running = await findRunning(home.runFile);
  if (running !== null) {
    const path = `/api/subjects/${encodeURIComponent(userId)}`;
    const answer: unknown = await requestJson(running, path, { method: 'DELETE', why });
    if (receiptValidator.Check(answer)) return answer;
    throw new MatineeError('INTERNAL', 'the process that serves the home answered with no receipt');
  }
  const state = await openState(home, config);
  try {
    const person = state.pseudonymiser.pseudonymise(userId);
    await state.vault.remote.appendAudit(toPerson('subject.erase', person, why));
    return await createSubjects(state, config, () => undefined).erase(userId);
  } finally {
    await state.close();
  }
}
