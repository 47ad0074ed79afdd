/** Counts what people were shown in an experiment, and what of it they opened. */
import type { Pseudonym } from '../../domain/ids.ts';
import type { ShownColumns } from '../../store/store.ts';
import { armOfAnswer } from './experiment.ts';
import type { Arm } from './words.ts';

/** Films shown to one person, and those of them that they opened. */
export interface PersonTally {
  impressions: number;
  clicks: number;
}

export interface Tally {
  /** One entry a person. */
  control: PersonTally[];
  variant: PersonTally[];
  /** People who were shown both, because the share was changed meanwhile: they count in neither. */
  inBoth: number;
  /** Clicks on films that no answer of the experiment is known to have shown: they count for nothing. */
  clicksUnseen: number;
}

interface Shown {
  person: Pseudonym;
  arm: Arm;
  shown: boolean;
  opened: boolean;
}

/** A film in an answer counts once, shown or opened, however often either was said, in whatever order. */
export async function tallyExperiment(name: string, blocks: AsyncIterable<ShownColumns>): Promise<Tally> {
  const films = new Map<string, Shown>();
  for await (const { users, movies, types, recommendationIds } of blocks) {
    for (const [row, recommendationId] of recommendationIds.entries()) {
      const arm = armOfAnswer(name, recommendationId);
      const person = users[row];
      if (arm === null || person === undefined) continue;
      const key = `${recommendationId} ${movies[row]} ${person}`;
      const known = films.get(key) ?? { person, arm, shown: false, opened: false };
      if (types[row] === 'impression') known.shown = true;
      if (types[row] === 'click') known.opened = true;
      films.set(key, known);
    }
  }
  return tallyPeople(films.values());
}

function tallyPeople(films: Iterable<Shown>): Tally {
  const people = new Map<Pseudonym, Record<Arm, PersonTally>>();
  let clicksUnseen = 0;
  for (const { person, arm, shown, opened } of films) {
    if (!shown) {
      clicksUnseen += 1;
      continue;
    }
    const tally = people.get(person) ?? {
      control: { impressions: 0, clicks: 0 },
      variant: { impressions: 0, clicks: 0 },
    };
    tally[arm].impressions += 1;
    if (opened) tally[arm].clicks += 1;
    people.set(person, tally);
  }
  const all = [...people.values()];
  const onlyIn = (arm: Arm, other: Arm) =>
    all.filter((tally) => tally[other].impressions === 0).map((tally) => tally[arm]);
  const control = onlyIn('control', 'variant');
  const variant = onlyIn('variant', 'control');
  return { control, variant, inBoth: all.length - control.length - variant.length, clicksUnseen };
}
