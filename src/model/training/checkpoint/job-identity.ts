/** What makes two training jobs the same: only then does one go on where the other stopped. */
import { createHash } from 'node:crypto';
import { readLabel } from '../../../../kernel/build-label.ts';
import { kernelModule } from '../../../../kernel/module.ts';
import { NO_TRAITS } from '../../features/traits.ts';
import type { TrainingJob } from '../trainer.ts';
import type { JobIdentity } from './checkpoint-file.ts';

/** `fingerprint` is of the ratings. Another build of the kernel may round otherwise, and counts as another program. */
export function identifyJob(
  { candidates, holdout, seed, traits = NO_TRAITS }: TrainingJob,
  fingerprint: string,
): JobIdentity {
  const known = JSON.stringify([[...traits.people], [...traits.films]]);
  return {
    program: readLabel(kernelModule()) ?? '',
    data: `${fingerprint} ${createHash('sha256').update(known).digest('hex')}`,
    candidates: JSON.stringify(candidates),
    holdout: JSON.stringify(holdout),
    seed: String(seed),
  };
}
