/** Likes, dislikes and hidden films of this visit, by person and film: shown before the server has answered. */
import { externalValue, useExternalValue } from '../session/external-value.ts';

export type Reaction = 'like' | 'dislike' | 'hide';

const reactions = externalValue<ReadonlyMap<string, Reaction>>(new Map());

const keyOf = (userId: string, movieId: number) => `${movieId} ${userId}`;

export function setReaction(userId: string, movieId: number, reaction: Reaction | null): void {
  const next = new Map(reactions.get());
  if (reaction === null) next.delete(keyOf(userId, movieId));
  else next.set(keyOf(userId, movieId), reaction);
  reactions.set(next);
}

export function reactionOf(userId: string, movieId: number): Reaction | null {
  return reactions.get().get(keyOf(userId, movieId)) ?? null;
}

/** Looks reactions up, and renders again when one changes. */
export function useReactions(): (userId: string, movieId: number) => Reaction | null {
  useExternalValue(reactions);
  return reactionOf;
}
