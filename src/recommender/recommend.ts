/** Films for a person: score the whole catalogue, leave out, choose, explain. */
import type { MovieId } from '../domain/ids.ts';
import { type Choice, chooseRows } from './choose.ts';
import { explainFor } from './explain.ts';
import type { Exploration } from './explore.ts';
import { excludeFiltered, type Filters } from './filters.ts';
import { excludedFor, type Person, tasteFor, withoutFilms } from './person.ts';
import {
  describeRows,
  POPULAR,
  type Ranking,
  type RatingScale,
  type RecommendedFilm,
  rankFor,
} from './ranking.ts';
import { personalReasons, popularReason } from './reasons.ts';
import { addRows } from './row-set.ts';
import type { Serving } from './served-model.ts';

/** What of a person counts, and how their scores come about. */
export interface ScoreQuery {
  /** Films whose ratings, and whatever else the person did with them, are left out: the answer is what it would be without them, though these films stay out of it. */
  without?: ReadonlySet<MovieId>;
  /** Left out, chance has no part in the scores. */
  exploration?: Exploration;
  /** How many contributions an explanation names; without it, all of them. */
  contributions?: number;
}

export interface PersonQuery extends ScoreQuery, Choice {
  /** How many films. */
  n: number;
  filters?: Filters;
  /** Takes every score apart; see `explain.ts`. */
  explain?: boolean;
  /** Whether to say why each film is shown, as is done without it. */
  reasons?: boolean;
}

export interface Recommendations {
  /** The name of the ranking model, `popular`, or `content`. */
  strategy: string;
  modelVersion: string | null;
  films: RecommendedFilm[];
}

/** The `n` best films that the person has neither rated nor asked not to see. Equal state gives equal answers. */
export function recommendToPerson(
  serving: Serving,
  person: Person,
  query: PersonQuery,
  scale: RatingScale,
): Recommendations {
  const asked = query.without === undefined ? person : withoutFilms(person, query.without);
  const ranking = rankFor(serving, asked, query);
  if (asked !== person) addRows(ranking.excluded, excludedFor(person, serving.catalogue));
  if (query.filters !== undefined) excludeFiltered(ranking.excluded, serving.catalogue, query.filters);
  const rows = chooseRows(serving, asked, ranking, ranking.excluded, query);
  return answer(serving, asked, ranking, query, scale, rows);
}

/** What `recommendToPerson` says of one film, whether it would show it or not. */
export function explainToPerson(
  serving: Serving,
  person: Person,
  row: number,
  query: ScoreQuery,
  scale: RatingScale,
): Recommendations {
  const asked = query.without === undefined ? person : withoutFilms(person, query.without);
  const ranking = rankFor(serving, asked, query);
  return answer(serving, asked, ranking, { ...query, explain: true }, scale, [row]);
}

function answer(
  serving: Serving,
  person: Person,
  ranking: Ranking,
  { explain, exploration, contributions, reasons = true }: Omit<PersonQuery, 'n'>,
  scale: RatingScale,
  rows: readonly number[],
): Recommendations {
  const taste = tasteFor(person, serving.catalogue);
  const personal = ranking.strategy !== POPULAR;
  const { scoreOf } = ranking;
  const reasonsOf = personal
    ? personalReasons(serving, taste)
    : (row: number) => [popularReason(serving.catalogue.movies[row])];
  const scored = {
    scoreOf,
    personal,
    explored: personal && exploration !== undefined,
    named: contributions ?? Number.POSITIVE_INFINITY,
  };
  return {
    strategy: ranking.strategy,
    modelVersion: serving.model?.version ?? null,
    films: describeRows(serving, ranking.rater, scale, {
      rows,
      scoreOf,
      reasonsOf: reasons ? reasonsOf : () => [],
      ...(explain === true ? { explanationOf: explainFor(serving, person, scored) } : {}),
    }),
  };
}
