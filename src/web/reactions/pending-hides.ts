/**
 * Films hidden a moment ago, still to be undone: sent once the moment is over, or when the page goes away, because
 * what the stream has accepted cannot be taken back.
 */

const pending = new Map<number, () => void>();

/** Keeps `send` until `release` or the end of the page; a film hidden twice is sent once. */
export function holdHide(movieId: number, send: () => void): void {
  pending.set(movieId, send);
}

/** Sends what is held for a film. */
export function sendHide(movieId: number): void {
  const send = pending.get(movieId);
  pending.delete(movieId);
  send?.();
}

/** Forgets what is held for a film. */
export function dropHide(movieId: number): void {
  pending.delete(movieId);
}

export function sendAllHides(): void {
  for (const movieId of [...pending.keys()]) sendHide(movieId);
}
