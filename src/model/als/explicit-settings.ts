/** What the equations of explicit ALS need of a model's parameters. */
import type { ExplicitSettings } from '../../../kernel/reference/explicit.ts';
import type { AlsParams } from '../params.ts';

/** `als` has biases; `als-nonnegative` has none, and scales λ by the number of ratings as Spark MLlib does. */
export function explicitSettings(params: AlsParams, mean: number): ExplicitSettings {
  const { rank, regularization } = params;
  return params.model === 'als'
    ? { rank, biased: true, mean, regularization, frequencyExponent: params.frequencyExponent }
    : { rank, biased: false, mean: 0, regularization, frequencyExponent: 1 };
}
