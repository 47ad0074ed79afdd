/** Says that a recommendation was opened. Losing one changes nothing for the person, so a failure is let go. */
import { postInteraction } from '../api/routes.ts';
import type { Attribution } from './use-react.ts';

export function reportClick(userId: string, movieId: number, attribution: Attribution): void {
  postInteraction({ userId, movieId, type: 'click', ...attribution }).catch(() => undefined);
}
