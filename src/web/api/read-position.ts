/**
 * How far answers must have learned: the position of the person's last accepted write. Every later question of
 * theirs carries it as `after`, so that no answer is older than what they just did.
 */

let latest: { userId: string; position: string } | null = null;

export function rememberPosition(userId: string, position: string): void {
  latest = { userId, position };
}

export function positionOf(userId: string): string | null {
  return latest?.userId === userId ? latest.position : null;
}
