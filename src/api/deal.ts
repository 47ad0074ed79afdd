/** Which arm of the running experiment an answer is given in, and the id that says so. */
import { randomUUID } from 'node:crypto';
import type { Pseudonym } from '../domain/ids.ts';
import type { Choice } from '../recommender/choose.ts';
import {
  armOf,
  choiceIn,
  type Experiment,
  recommendationIdIn,
} from '../recommender/experiments/experiment.ts';
import { isSteered } from '../recommender/steer.ts';
import type { ExperimentArm } from './schemas/experiment.ts';

export interface Deal {
  choice: Choice;
  /** Absent where no experiment has a part in the answer. */
  experiment?: ExperimentArm;
  newId: () => string;
}

/** Whoever steers their own lists gets what they ask for, and is in no experiment with that answer. */
export function dealFor(experiment: Experiment | undefined, person: Pseudonym, asked: Choice): Deal {
  if (experiment === undefined || isSteered(asked.steering) || asked.diversity !== undefined) {
    return { choice: asked, newId: randomUUID };
  }
  const arm = armOf(experiment, person);
  return {
    choice: choiceIn(experiment, arm),
    experiment: { name: experiment.name, arm },
    newId: () => recommendationIdIn(experiment, arm),
  };
}
