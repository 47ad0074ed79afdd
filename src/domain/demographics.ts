/** What a person may say of themselves, as one key: people who said the same share it. */
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

/** Null for what somebody does not say. */
export type Demographics = Record<'ageBand' | 'gender' | 'occupation', string | null>;

const word = Type.Union([Type.String(), Type.Null()]);
const KeySchema = Compile(Type.Tuple([word, word, word]));

/** A JSON array of age band, gender and occupation. */
export function demographicsKey({ ageBand, gender, occupation }: Demographics): string {
  return JSON.stringify([ageBand, gender, occupation]);
}

/** The words of a key; throws for text that is none. */
export function wordsOfDemographics(key: string): Demographics {
  const [ageBand, gender, occupation] = KeySchema.Parse(JSON.parse(key));
  return { ageBand, gender, occupation };
}
