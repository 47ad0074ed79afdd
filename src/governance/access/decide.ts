/** Whether somebody may do something: pure, from what is declared of it. */
import type { Principal, Role } from './principal.ts';

/** Whose data a request is about: nobody's, that of whoever asks, or somebody else's too. */
export type Whose = 'nobody' | 'own' | 'other';

/** Which roles may do something, by whose data it is about. What is left out, nobody may. */
export type Access = Readonly<Partial<Record<Whose, readonly Role[]>>>;

/** Whose data the persons named are, to somebody. Whoever may act for any person does so as if for themselves. */
export function whoseAre(persons: readonly string[], { userId, scopes }: Principal): Whose {
  if (persons.length === 0) return 'nobody';
  if (scopes.includes('persons')) return 'own';
  return persons.every((person) => person === userId) ? 'own' : 'other';
}

/** Why somebody may not do it; null when they may. */
export function refusalOf(
  principal: Principal,
  access: Access,
  whose: Whose,
  need: 'read' | 'write',
): string | null {
  if (!principal.scopes.includes(need)) return `this credential does not have the scope ${need}`;
  const allowed = access[whose] ?? [];
  if (principal.roles.some((role) => allowed.includes(role))) return null;
  return whose === 'other'
    ? 'this is about another person'
    : `the role ${principal.roles.join(', ') || 'none'} may not do this`;
}

/** Whether somebody may do it for anybody at all: asked before a request is read any further. */
export function mayEver(principal: Principal, access: Access): boolean {
  return Object.values(access).some((allowed) => principal.roles.some((role) => allowed.includes(role)));
}
