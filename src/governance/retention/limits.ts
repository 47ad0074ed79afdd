/** How long each kind of record is kept, as the data map says it: what a run of the retention holds them against. */
import type { InteractionType } from '../../domain/interaction.ts';

export interface RetentionSettings {
  /** Days that impressions are kept: that a film was shown. */
  impressionDays: number;
  /** Days that views and clicks are kept: what people looked at without saying anything of it. */
  traceDays: number;
}

export interface InteractionLimit {
  what: 'impressions' | 'views and clicks';
  types: readonly InteractionType[];
  days: number;
}

/** What people said (likes, dislikes, hidden films, the watchlist) is theirs, and kept until they take it back. */
export function interactionLimits({ impressionDays, traceDays }: RetentionSettings): InteractionLimit[] {
  return [
    { what: 'impressions', types: ['impression'], days: impressionDays },
    { what: 'views and clicks', types: ['view', 'click'], days: traceDays },
  ];
}
