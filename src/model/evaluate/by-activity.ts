/** Whom a model serves well: its figure among people with few training ratings, and among those with many. */
import type { Task } from '../model.ts';
import type { ActiveUserFigure } from './user-figures.ts';

export interface ActivityGroup {
  /** Training ratings, both included; null for no upper bound. */
  from: number;
  to: number | null;
  users: number;
  /** RMSE over their test ratings, or their mean NDCG@k. */
  figure: number;
}

/** Where groups begin. */
const STARTS = [0, 1, 10, 20, 50, 100, 200, 500];

/** Groups with somebody in them, from the least active on. */
export function groupByActivity(task: Task, figures: readonly ActiveUserFigure[]): ActivityGroup[] {
  return STARTS.flatMap((from, place) => {
    const next = STARTS[place + 1];
    const members = figures.filter(
      ({ trainRatings, count }) =>
        count > 0 && trainRatings >= from && trainRatings < (next ?? Number.POSITIVE_INFINITY),
    );
    if (members.length === 0) return [];
    const total = (of: (figure: ActiveUserFigure) => number) =>
      members.reduce((sum, member) => sum + of(member), 0);
    const mean = total(({ sum }) => sum) / total(({ count }) => count);
    return {
      from,
      to: next === undefined ? null : next - 1,
      users: members.length,
      figure: task === 'rating' ? Math.sqrt(mean) : mean,
    };
  });
}
