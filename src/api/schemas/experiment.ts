/** The experiment that runs: which arm an answer was given in, and what it says so far. */
import { type Static, Type } from 'typebox';
import { ARMS, VERDICTS } from '../../recommender/experiments/words.ts';
import { NullableInteger } from './nullable.ts';

/** Which arm of which experiment. */
export const ExperimentArmSchema = Type.Object(
  { name: Type.String(), arm: Type.Enum(ARMS) },
  {
    description:
      'The experiment that the answer is part of: say then which of its films were seen (`impression`) and opened (`click`), with its `recommendationId`.',
  },
);
export type ExperimentArm = Static<typeof ExperimentArmSchema>;

const Count = Type.Integer({ minimum: 0 });

const Estimate = Type.Union([
  Type.Object({
    value: Type.Number(),
    low: Type.Number({ description: 'The true value lies between this …' }),
    high: Type.Number({ description: '… and this, 95 times of a hundred.' }),
  }),
  Type.Null({ description: 'Too few people to tell.' }),
]);

const ArmOutcomeSchema = Type.Object({
  people: Count,
  impressions: Type.Integer({ minimum: 0, description: 'Films shown, each once for each answer.' }),
  clicks: Type.Integer({ minimum: 0, description: 'Those of them that were opened.' }),
  rate: Estimate,
});

/** `GET /api/admin/experiment`. */
export const ExperimentAnswerSchema = Type.Object({
  name: Type.String(),
  share: Type.Number({ description: 'To what share of people the variant is dealt.' }),
  variant: Type.Object({
    byPopularity: Type.Boolean(),
    diversity: Type.Number(),
    popularity: Type.Number(),
    novelty: Type.Number(),
    era: NullableInteger('The year that films should be near to; null for none.'),
  }),
  arms: Type.Object({ control: ArmOutcomeSchema, variant: ArmOutcomeSchema }),
  difference: Estimate,
  verdict: Type.Enum(VERDICTS),
  inBoth: Type.Integer({ minimum: 0, description: 'People who were shown both arms, and count in neither.' }),
  clicksUnseen: Type.Integer({ minimum: 0, description: 'Films opened that nobody said were seen.' }),
  text: Type.String({ description: 'What it says, in a sentence.' }),
});
export type ExperimentAnswer = Static<typeof ExperimentAnswerSchema>;
