/** Who is watching, and the person that was started here: kept in the browser. */
import { externalValue, useExternalValue } from './external-value.ts';
import { readStored, store } from './storage.ts';

const CURRENT_KEY = 'matinee.person';
const OWN_KEY = 'matinee.own-person';

export interface Session {
  /** The person whose rows are shown; null before anybody is chosen. */
  userId: string | null;
  /** The person started in this browser; null when none was. */
  ownUserId: string | null;
}

const session = externalValue<Session>({ userId: readStored(CURRENT_KEY), ownUserId: readStored(OWN_KEY) });

export function choosePerson(userId: string): void {
  store(CURRENT_KEY, userId);
  session.set({ ...session.get(), userId });
}

/** Nobody is watching any more, and the browser forgets who was. */
export function leavePerson(): void {
  store(CURRENT_KEY, null);
  store(OWN_KEY, null);
  session.set({ userId: null, ownUserId: null });
}

export function startAsOwnPerson(userId: string): void {
  store(OWN_KEY, userId);
  store(CURRENT_KEY, userId);
  session.set({ userId, ownUserId: userId });
}

export const useSession = (): Session => useExternalValue(session);
