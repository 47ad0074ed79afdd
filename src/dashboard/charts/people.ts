/** Who rates: by age band, gender and occupation, as far as their class tells; and how much each person does. */

import { AGE_BANDS } from '../../domain/closed-words.ts';
import type { Demographics } from '../../domain/demographics.ts';
import type { Chart, CountedBucket } from '../chart.ts';
import { hideFew } from '../hide-few.ts';
import type { LocalText } from '../local-text.ts';
import { figures, MEAN, PEOPLE, RATINGS } from './shared-columns.ts';

export const ageBands = chartOf('age-bands', 'ageBand', {
  title: { fr: 'Par tranche d’âge', en: 'By age band' },
  column: { fr: 'Tranche d’âge', en: 'Age band' },
});
export const genders = chartOf('genders', 'gender', {
  title: { fr: 'Par genre déclaré', en: 'By gender' },
  column: { fr: 'Genre déclaré', en: 'Gender' },
});
export const occupations = chartOf('occupations', 'occupation', {
  title: { fr: 'Par profession', en: 'By occupation' },
  column: { fr: 'Profession', en: 'Occupation' },
});

function chartOf(id: string, word: keyof Demographics, text: { title: LocalText; column: LocalText }): Chart {
  return {
    id,
    title: text.title,
    columns: [{ name: word, title: text.column }, RATINGS, PEOPLE, MEAN],
    click: { part: word, column: word },
    drawing: {
      mark: { type: 'bar' },
      encoding: {
        y: { field: word, type: 'nominal', sort: word === 'occupation' ? '-x' : null },
        x: { field: 'ratings', type: 'quantitative' },
      },
    },
    async read({ byWord }) {
      const { shown, hidden } = hideFew((await byWord(word)).sort(inOrder));
      return { rows: shown.map((bucket) => ({ [word]: bucket.key || null, ...figures(bucket) })), hidden };
    },
  };
}

/** Bands of age from young to old, other words by the alphabet, and last those who do not say. */
function inOrder({ key: a }: CountedBucket, { key: b }: CountedBucket): number {
  if (a === '' || b === '') return a === '' ? 1 : -1;
  const ages: readonly unknown[] = AGE_BANDS;
  return ages.indexOf(a) - ages.indexOf(b) || (a < b ? -1 : 1);
}

/** The least ratings of a person in each band. */
const BANDS = [1, 10, 20, 50, 100, 200, 500, 1_000];
const EVERYBODY = 10_000_000;

export const userActivity: Chart = {
  id: 'user-activity',
  title: { fr: 'Personnes par nombre de notes', en: 'People by number of ratings' },
  columns: [{ name: 'band', title: { fr: 'Notes données', en: 'Ratings given' } }, PEOPLE],
  drawing: {
    mark: { type: 'bar' },
    encoding: {
      x: { field: 'band', type: 'ordinal', sort: null, axis: { labelAngle: 0 } },
      y: { field: 'people', type: 'quantitative' },
    },
  },
  async read({ buckets }) {
    const people = await buckets({ kind: 'terms', field: 'user.userId', size: EVERYBODY, orderBy: 'key' });
    const bands = BANDS.map((from, place) => {
      const next = BANDS[place + 1] ?? Number.POSITIVE_INFINITY;
      const members = people.filter(({ count }) => count >= from && count < next).length;
      return { band: Number.isFinite(next) ? `${from}–${next - 1}` : `${from}+`, people: members };
    });
    const { shown, hidden } = hideFew(bands.filter((band) => band.people > 0));
    return { rows: shown, hidden };
  },
};
