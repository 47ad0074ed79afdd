/**
 * An experiment: two ways to choose films, each shown to people of its own. Who sees which follows from the name of the
 * experiment and the person alone, so that every instance of the API deals alike and nothing has to be kept; which one
 * an answer came from stands in its `recommendationId`, so that what people did with it can be told apart later.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Pseudonym } from '../../domain/ids.ts';
import type { Choice } from '../choose.ts';
import { ARMS, type Arm } from './words.ts';

export interface Experiment {
  /** Small letters, digits and dashes, 24 at most. Another name deals people anew. */
  name: string;
  /** Of a hundred people, how many hundredths get the variant: from 0 to 1. */
  share: number;
  variant: Choice;
}

const HASHES = 2 ** 32;
/** Stands in no name, and in no arm. */
const BETWEEN = '~';

/** The same for one person as long as name and share stay; growing the share moves people to the variant only. */
export function armOf({ name, share }: Pick<Experiment, 'name' | 'share'>, person: Pseudonym): Arm {
  const digest = createHash('sha256').update(`${name}\n${person}`).digest();
  return digest.readUInt32BE(0) / HASHES < share ? 'variant' : 'control';
}

/** How films are chosen for the people of an arm. */
export function choiceIn({ variant }: Experiment, arm: Arm): Choice {
  return arm === 'variant' ? variant : {};
}

/** A new id for an answer given in an arm; 64 characters at most. */
export function recommendationIdIn({ name }: Pick<Experiment, 'name'>, arm: Arm): string {
  return `${shownBy(name)}${arm}${BETWEEN}${randomUUID()}`;
}

/** What the ids of all answers of an experiment begin with. */
export function shownBy(name: string): string {
  return `${name}${BETWEEN}`;
}

/** The arm that an answer was given in; null for an id that this experiment did not give. */
export function armOfAnswer(name: string, recommendationId: string): Arm | null {
  const [experiment, arm, id] = recommendationId.split(BETWEEN);
  if (experiment !== name || id === undefined) return null;
  return ARMS.find((known) => known === arm) ?? null;
}
