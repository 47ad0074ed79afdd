/**
 * Every chart as a picture, drawn without a browser from a few rows and held against one that somebody has looked at:
 * `pictures`. After a change that is meant run this file with `UPDATE_PICTURES=1`, and look at them.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, suite, test } from 'node:test';
import i18next from 'i18next';
import type { ChartDescription } from '../../../api/schemas/chart.ts';
import type { Chart, ChartSource, CountedBucket } from '../../../dashboard/chart.ts';
import { CHARTS } from '../../../dashboard/charts.ts';
import type { MovieSummary } from '../../../store/store.ts';
import { en } from '../../i18n/en.ts';
import { localeOf } from './draw/locale.ts';
import { openView } from './draw/open-view.ts';
import { wordRows } from './words.ts';

const directory = join(import.meta.dirname, 'pictures');
const isUpdating = process.env.UPDATE_PICTURES === '1';

const palette = {
  ink: '#201522',
  inkSoft: '#635364',
  line: '#e5dac8',
  surface: '#fffdf8',
  mark: '#a81037',
  least: '#f0e7d8',
  font: 'sans-serif',
};

const films: readonly MovieSummary[] = ['Alphaville', 'Brazil', 'Charade & <Co>'].map((title, place) => ({
  movieId: place + 1,
  title,
  genres: ['Drama'],
  year: 1960 + place * 9,
  ratings: 30 - place * 7,
  meanRating: 4 - place / 2,
}));

/** Keys of buckets for each way to group; every other one holds a few people only and is to be missing. */
const WEEK = 604_800;
const KEYS: Readonly<Record<string, readonly (string | number)[]>> = {
  date_histogram: [0, 1, 2, 3, 4].map((week) => 880_848_000 + week * WEEK),
  'terms rating': [1, 2, 3, 4, 5],
  'terms movie.genres': ['Film-Noir', 'War', 'Drama', 'Comedy'],
  'terms movie.movieId': [1, 2, 3],
  'terms user.userId': Array.from({ length: 60 }, (_, place) => `person-${place}`),
  histogram: [1960, 1969, 1978],
  hour_of_week: [0, 23, 30, 55, 80, 110, 130, 167],
};

const bucketOf = (key: string | number, place: number): CountedBucket => ({
  key,
  count: 40 + place * 17,
  average: 4.2 - (place % 9) / 5,
  people: 12 + place,
});

const WORDS = {
  ageBand: ['18-24', '', 'under-18'],
  gender: ['', 'F', 'M'],
  occupation: ['', 'student', 'poet'],
};

const source: ChartSource = {
  async buckets(groupBy) {
    const name = groupBy.kind === 'terms' ? `terms ${groupBy.field}` : groupBy.kind;
    return (KEYS[name] ?? []).map(bucketOf);
  },
  byWord: async (word) => WORDS[word].map(bucketOf),
  catalogue: async () => [...films],
};

function described(chart: Chart): ChartDescription {
  const columns = chart.columns.map((column) => ({ ...column, title: column.title.en }));
  return { ...chart, title: chart.title.en, columns, drawing: chart.drawing };
}

async function draw(chart: Chart): Promise<string> {
  const { rows } = await chart.read(source);
  const description = described(chart);
  const drawn = wordRows(description, rows, i18next.t).map((row, place) => ({
    ...row,
    place,
    selected: false,
  }));
  const view = openView({
    chart: description,
    rows: drawn,
    palette,
    locale: localeOf('en'),
    width: 480,
    alone: true,
  });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg.replaceAll('><', '>\n<')}\n`;
}

suite('pictures of the charts', () => {
  before(() =>
    i18next.init({
      lng: 'en',
      resources: { en: { translation: en } },
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
    }),
  );

  for (const chart of CHARTS) {
    test(chart.id, async () => {
      const path = join(directory, `${chart.id}.svg`);
      const svg = await draw(chart);
      if (isUpdating) writeFileSync(path, svg);
      assert.ok(existsSync(path), `${path} is missing: draw it with UPDATE_PICTURES=1, and look at it`);
      assert.equal(svg, readFileSync(path, 'utf8'), `${chart.id} looks otherwise than when it was looked at`);
    });
  }

  test('are of charts that there are', () => {
    assert.deepEqual(readdirSync(directory).sort(), CHARTS.map(({ id }) => `${id}.svg`).sort());
  });
});
