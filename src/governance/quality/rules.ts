/**
 * What good data is, as rules: each measures one thing over the whole index, and says how much of it may fail. The
 * dimensions are those of ISO/IEC 25012. `docs/quality.md` lists them, written from here.
 */
import { MAX_RATING, MIN_RATING } from '../../domain/rating.ts';
import type { MovieSummary } from '../../store/store.ts';
import type { LocalText } from '../data-map-texts.ts';
import { EARLIEST_RATING, type Evidence, PERSON_FIELDS, sumOf } from './evidence.ts';

export const DIMENSIONS = [
  'completeness',
  'validity',
  'uniqueness',
  'consistency',
  'timeliness',
  'credibility',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** How many of the things looked at fail. */
export interface Measurement {
  checked: number;
  failed: number;
  /** Some that fail, in words; never a person. */
  examples: string[];
}

export interface Rule {
  id: string;
  dimension: Dimension;
  text: LocalText;
  /** The share that may fail without an alert, from 0 to 1. */
  tolerance: number;
  measure: (evidence: Evidence) => Measurement;
}

const MAX_EXAMPLES = 5;
const RATING_STEPS_A_STAR = 2;
/** More than this waiting to be indexed is no click under way any more. */
const MAX_LAG = 10_000;
const FIRST_FILM = 1870;

const yearOf = (ms: number) => new Date(ms).getUTCFullYear();

const nameOf = ({ movieId, title }: MovieSummary) => `${movieId} ${title}`;

function ofFilms({ catalogue }: Evidence, fails: (film: MovieSummary) => boolean): Measurement {
  const failing = catalogue.filter(fails);
  return {
    checked: catalogue.length,
    failed: failing.length,
    examples: failing.slice(0, MAX_EXAMPLES).map(nameOf),
  };
}

/** Films that another with the same title and year came before: of three alike two are too many. */
function surplusFilms(evidence: Evidence): Measurement {
  const known = new Set<string>();
  return ofFilms(evidence, ({ title, year }) => {
    const name = `${title.toLowerCase()} (${year})`;
    if (known.has(name)) return true;
    known.add(name);
    return false;
  });
}

function ofValues(evidence: Evidence, fails: (rating: number) => boolean): Measurement {
  const failing = evidence.byRating.filter(({ key }) => fails(Number(key)));
  return {
    checked: sumOf(evidence.byRating),
    failed: sumOf(failing),
    examples: failing.slice(0, MAX_EXAMPLES).map(({ key, count }) => `${key} (${count})`),
  };
}

/** Ratings of films that the catalogue does not have. */
function orphans({ byFilm, catalogue }: Evidence): Measurement {
  const films = new Set(catalogue.map(({ movieId }) => movieId));
  const lost = byFilm.filter(({ key }) => !films.has(Number(key)));
  const examples = lost.slice(0, MAX_EXAMPLES).map(({ key, count }) => `film ${key} (${count})`);
  return { checked: sumOf(byFilm), failed: sumOf(lost), examples };
}

/** Films whose kept count is not the number of their ratings in the index. */
function miscounted(evidence: Evidence): Measurement {
  const counted = new Map(evidence.byFilm.map(({ key, count }) => [Number(key), count]));
  return ofFilms(evidence, ({ movieId, ratings }) => ratings !== (counted.get(movieId) ?? 0));
}

function turnedAway({ flow, totals }: Evidence): Measurement {
  const failed = flow.deadLetters.reduce((sum, { count }) => sum + count, 0);
  return {
    checked: totals.ratings + totals.interactions + failed,
    failed,
    examples: flow.deadLetters.slice(0, MAX_EXAMPLES).map(({ reason, count }) => `${reason} (${count})`),
  };
}

export const RULES: readonly Rule[] = [
  {
    id: 'film-genres',
    dimension: 'completeness',
    text: { en: 'a film has a genre', fr: 'un film a un genre' },
    tolerance: 0.05,
    measure: (evidence) => ofFilms(evidence, ({ genres }) => genres.length === 0),
  },
  {
    id: 'film-year',
    dimension: 'completeness',
    text: { en: 'a film has a year', fr: 'un film a une année' },
    tolerance: 0.02,
    measure: (evidence) => ofFilms(evidence, ({ year }) => year === null),
  },
  {
    id: 'person-fields',
    dimension: 'completeness',
    text: {
      en: 'a rating says age band, gender and occupation of who gave it, or none of them',
      fr: 'une note indique tranche d’âge, genre et profession de son auteur, ou rien de cela',
    },
    tolerance: 0.05,
    measure: ({ described, totals }) => {
      const counts = PERSON_FIELDS.map((field) => described[field]);
      const failed = Math.max(...counts) - Math.min(...counts);
      const examples = failed === 0 ? [] : PERSON_FIELDS.map((field) => `${field} (${described[field]})`);
      return { checked: totals.ratings, failed, examples };
    },
  },
  {
    id: 'rating-range',
    dimension: 'validity',
    text: {
      en: `a rating lies between ${MIN_RATING} and ${MAX_RATING}`,
      fr: `une note est comprise entre ${MIN_RATING} et ${MAX_RATING}`,
    },
    tolerance: 0,
    measure: (evidence) => ofValues(evidence, (rating) => rating < MIN_RATING || rating > MAX_RATING),
  },
  {
    id: 'rating-steps',
    dimension: 'validity',
    text: { en: 'a rating is one of half stars', fr: 'une note est en demi-étoiles' },
    tolerance: 0,
    measure: (evidence) => ofValues(evidence, (rating) => !Number.isInteger(rating * RATING_STEPS_A_STAR)),
  },
  {
    id: 'film-year-plausible',
    dimension: 'validity',
    text: {
      en: `the year of a film lies between ${FIRST_FILM} and next year`,
      fr: `l’année d’un film est comprise entre ${FIRST_FILM} et l’an prochain`,
    },
    tolerance: 0,
    measure: (evidence) =>
      ofFilms(
        evidence,
        ({ year }) => year !== null && (year < FIRST_FILM || year > yearOf(evidence.now) + 1),
      ),
  },
  {
    id: 'rating-time',
    dimension: 'validity',
    text: {
      en: `a rating was given after ${yearOf(EARLIEST_RATING * 1_000) - 1}, and not in the future`,
      fr: `une note date d’après ${yearOf(EARLIEST_RATING * 1_000) - 1}, et pas de l’avenir`,
    },
    tolerance: 0,
    measure: ({ early, future, totals }) => ({
      checked: totals.ratings,
      failed: early + future,
      examples: [
        ...(early === 0 ? [] : [`too early (${early})`]),
        ...(future === 0 ? [] : [`in the future (${future})`]),
      ],
    }),
  },
  {
    id: 'film-once',
    dimension: 'uniqueness',
    text: {
      en: 'a film (title and year) is in the catalogue once',
      fr: 'un film (titre et année) figure une seule fois au catalogue',
    },
    tolerance: 0.02,
    measure: surplusFilms,
  },
  {
    id: 'rating-film',
    dimension: 'consistency',
    text: { en: 'the film of a rating is in the catalogue', fr: 'le film d’une note figure au catalogue' },
    tolerance: 0,
    measure: orphans,
  },
  {
    id: 'film-count',
    dimension: 'consistency',
    text: {
      en: 'a film counts as many ratings as the index has of it',
      fr: 'un film compte autant de notes que l’index en contient',
    },
    tolerance: 0,
    measure: miscounted,
  },
  {
    id: 'record-accepted',
    dimension: 'consistency',
    text: {
      en: 'a record of the stream could be processed (the others are dead letters)',
      fr: 'un enregistrement du flux a pu être traité (les autres sont des lettres mortes)',
    },
    tolerance: 0.01,
    measure: turnedAway,
  },
  {
    id: 'indexed-in-time',
    dimension: 'timeliness',
    text: {
      en: `at most ${MAX_LAG} records wait to be indexed`,
      fr: `au plus ${MAX_LAG} enregistrements attendent leur indexation`,
    },
    tolerance: 0,
    measure: ({ flow: { lag } }) => ({
      checked: 1,
      failed: lag > MAX_LAG ? 1 : 0,
      examples: lag > MAX_LAG ? [`${lag} wait`] : [],
    }),
  },
  {
    id: 'nobody-dominates',
    dimension: 'credibility',
    text: {
      en: 'no single person gave more than a twentieth of all ratings, once there are ten thousand',
      fr: 'personne n’a donné plus d’un vingtième des notes, dès qu’il y en a dix mille',
    },
    tolerance: 0.05,
    measure: ({ mostByOne, totals }) => ({
      checked: totals.ratings,
      failed: totals.ratings < 10_000 ? 0 : mostByOne,
      examples: [],
    }),
  },
];
