/**
 * Says which films of an answer were seen: half of the film's card in sight for a second (the measure of the Media
 * Rating Council for a viewable impression). Only where the answer is part of an experiment, which has to know; nothing
 * is collected otherwise.
 */
import { type RefObject, useEffect } from 'react';
import type { RecommendedItem } from '../../api/schemas/recommendation.ts';
import { postInteractions } from '../api/routes.ts';
import { createImpressionQueue } from './impression-queue.ts';

const SEEN_SHARE = 0.5;
const SEEN_MS = 1_000;
const SEND_AFTER_MS = 2_000;

const queue = createImpressionQueue(postInteractions, SEND_AFTER_MS);

export const sendImpressions = queue.flush;

interface Shown {
  userId: string;
  recommendationId: string;
  items: readonly RecommendedItem[];
  /** Whether anybody has to know. */
  counted: boolean;
}

/** Watches the elements with a `data-film` inside of `within`. */
export function useImpressions(within: RefObject<HTMLElement | null>, shown: Shown): void {
  const { userId, recommendationId, items, counted } = shown;
  useEffect(() => {
    if (!counted || within.current === null) return;
    const positions = new Map(items.map(({ movieId, position }) => [String(movieId), { movieId, position }]));
    const films = within.current.querySelectorAll('[data-film]');
    return whenSeen(films, (film) => {
      const place = positions.get(film.getAttribute('data-film') ?? '');
      if (place !== undefined) queue.add({ userId, recommendationId, ...place });
    });
  }, [within, userId, recommendationId, items, counted]);
}

/** Calls back once for each element that was in sight long enough; gives what stops watching. */
function whenSeen(elements: Iterable<Element>, seen: (element: Element) => void): () => void {
  const timers = new Map<Element, number>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(timers.get(target));
        if (!isIntersecting) continue;
        const timer = window.setTimeout(() => {
          observer.unobserve(target);
          seen(target);
        }, SEEN_MS);
        timers.set(target, timer);
      }
    },
    { threshold: SEEN_SHARE },
  );
  for (const element of elements) observer.observe(element);
  return () => {
    observer.disconnect();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}
