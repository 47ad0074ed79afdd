/**
 * Erasure of a person, step by step: the key of their records, the index, memory, models, and at last a signed receipt. Each
 * step can be done again, and a journal says which are done: whatever was broken off is taken up where it stood.
 */
import { MatineeError } from '../../domain/errors.ts';
import { asPseudonym, type Pseudonym } from '../../domain/ids.ts';
import type { Clock } from '../../domain/ports.ts';
import type { ErasedDocuments, Store } from '../../store/store.ts';
import type { ErasureFacts, JournalEntry } from './journal.ts';
import { parseReceipt, type Receipt, signReceipt } from './receipt.ts';

/** What was done to the models. */
export interface UnlearnedModels {
  /** The version trained without the person that serves now; null when none had to be. */
  trained: string | null;
  removed: string[];
}

/** The part of the key store that an erasure works with. */
export interface ErasureVault {
  /** Whether the person has a key, and how far an erasure of theirs has come. */
  inspect(pseudonym: string): Promise<{ hasKey: boolean; entry: JournalEntry | null }>;
  /** Destroys the key, suppresses the person and opens the journal, all at once and for good. */
  destroyKey(pseudonym: string, requestedAt: string): Promise<JournalEntry>;
  record(pseudonym: string, facts: ErasureFacts): Promise<void>;
  /** Closes the journal: from here on nothing in it names the person. */
  finish(pseudonym: string, receipt: string): Promise<void>;
  /** Erasures that were broken off. */
  unfinished(): Promise<{ pseudonym: string; entry: JournalEntry }[]>;
  signingKey(): Promise<Uint8Array>;
}

export interface ErasureParts {
  vault: ErasureVault;
  store: Pick<Store, 'user' | 'erasePerson'>;
  /** Drops what this process has of a person in memory. */
  forget(pseudonym: Pseudonym): void;
  /** Takes who was erased out of the models; what trainings begun before `beforeMs` left goes as well. */
  unlearn(beforeMs: number): Promise<UnlearnedModels>;
  /** Whether records of persons are encrypted in the stream, so that it is enough to destroy a key. */
  encryption: boolean;
  clock: Clock;
}

/**
 * Erases a person and gives the receipt; a second time, the receipt there is. `NOT_FOUND` for somebody of whom nothing is
 * held. What it rejects with otherwise can be mended: erasing again goes on at the step that failed.
 */
export async function eraseSubject(parts: ErasureParts, pseudonym: Pseudonym): Promise<Receipt> {
  const { vault, store, clock } = parts;
  const { hasKey, entry } = await vault.inspect(pseudonym);
  if (entry !== null && entry.receipt !== null) return parseReceipt(entry.receipt);
  if (entry === null && !hasKey && (await store.user(pseudonym)) === null) throw unknownPerson();
  const begun = entry ?? (await vault.destroyKey(pseudonym, new Date(clock.now()).toISOString()));
  return goOn(parts, pseudonym, begun);
}

/** Takes up every erasure that was broken off, and says how many there were. */
export async function resumeErasures(parts: ErasureParts): Promise<number> {
  const broken = await parts.vault.unfinished();
  for (const { pseudonym, entry } of broken) await goOn(parts, asPseudonym(pseudonym), entry);
  return broken.length;
}

async function goOn(parts: ErasureParts, pseudonym: Pseudonym, entry: JournalEntry): Promise<Receipt> {
  const { vault, store, clock } = parts;
  const facts: ErasureFacts = { ...entry.facts };
  parts.forget(pseudonym);
  if (facts.documents === undefined) {
    facts.documents = await store.erasePerson(pseudonym);
    await vault.record(pseudonym, facts);
  } else await store.erasePerson(pseudonym);
  // Once more: what was read from the index before it was emptied may have come into memory since.
  parts.forget(pseudonym);
  if (facts.models === undefined) {
    facts.models = await parts.unlearn(Date.parse(facts.requestedAt));
    await vault.record(pseudonym, facts);
  }
  const receipt = signReceipt(
    {
      subject: entry.subject,
      requestedAt: facts.requestedAt,
      completedAt: new Date(clock.now()).toISOString(),
      ordinal: facts.ordinal,
      // In the clear, records leave a log by its retention alone: the receipt says so.
      stream: { encrypted: parts.encryption, keyDestroyed: facts.keyDestroyed },
      documents: facts.documents satisfies ErasedDocuments,
      models: facts.models,
    },
    await vault.signingKey(),
  );
  await vault.finish(pseudonym, JSON.stringify(receipt));
  return receipt;
}

function unknownPerson(): MatineeError {
  return new MatineeError('NOT_FOUND', 'Nothing is held about this person', {
    hint: 'Check the userId: it is the one that ratings are given under.',
  });
}
