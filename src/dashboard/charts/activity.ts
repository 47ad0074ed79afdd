/** When people rate: hours of the week, in UTC. */
import type { Chart } from '../chart.ts';
import { hideFew } from '../hide-few.ts';
import { PEOPLE, RATINGS } from './shared-columns.ts';

const HOURS = 24;

export const activity: Chart = {
  id: 'activity',
  title: { fr: 'Activité par heure et jour de la semaine (UTC)', en: 'Activity by hour and weekday (UTC)' },
  columns: [
    { name: 'weekday', title: { fr: 'Jour (1 : lundi)', en: 'Day (1: Monday)' } },
    { name: 'hour', title: { fr: 'Heure', en: 'Hour' } },
    RATINGS,
    PEOPLE,
  ],
  drawing: {
    mark: { type: 'rect' },
    encoding: {
      x: { field: 'hour', type: 'ordinal', axis: { labelAngle: 0 } },
      y: { field: 'weekday', type: 'ordinal' },
      color: { field: 'ratings', type: 'quantitative' },
    },
  },
  async read({ buckets }) {
    const { shown, hidden } = hideFew(await buckets({ kind: 'hour_of_week' }));
    const rows = shown.map(({ key, count, people }) => ({
      weekday: Math.floor(Number(key) / HOURS) + 1,
      hour: Number(key) % HOURS,
      ratings: count,
      people,
    }));
    return { rows, hidden };
  },
};
