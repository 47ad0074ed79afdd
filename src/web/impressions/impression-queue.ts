/**
 * Impressions on their way to the server: each film of an answer once, several together, a moment after they were seen
 * or when the page goes away. Losing some changes nothing for the person, so a failure is let go.
 */
import type { InteractionRequest } from '../../api/schemas/interaction.ts';

export type Impression = Pick<InteractionRequest, 'userId' | 'movieId' | 'recommendationId' | 'position'>;

/** What one request takes at most. */
const AT_ONCE = 1_000;

export function createImpressionQueue(
  post: (batch: InteractionRequest[]) => Promise<unknown>,
  waitMs: number,
) {
  const said = new Set<string>();
  let waiting: InteractionRequest[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, AT_ONCE);
      waiting = waiting.slice(AT_ONCE);
      post(batch).catch(() => undefined);
    }
  }

  return {
    add(impression: Impression): void {
      const key = `${impression.userId} ${impression.recommendationId} ${impression.movieId}`;
      if (said.has(key)) return;
      said.add(key);
      waiting.push({ ...impression, type: 'impression' });
      timer ??= setTimeout(flush, waitMs);
    },
    /** Sends what waits, now. */
    flush,
  };
}
