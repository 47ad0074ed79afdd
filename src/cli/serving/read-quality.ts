/** Measures the quality of the data of a home. Whoever asks while it is measured gets the same answer. */
import type { DeadLetters } from '../../consumer/dead-letters.ts';
import { systemClock } from '../../domain/ports.ts';
import { collectEvidence, type FlowState } from '../../governance/quality/evidence.ts';
import { type QualityReport, reportQuality } from '../../governance/quality/report.ts';
import { indexerLag } from '../flow/partitions.ts';
import type { State } from '../home/open-state.ts';

/** `indexed` are the topics that the indexer reads. */
export function createQualityReader(
  { stream, store }: Pick<State, 'stream' | 'store'>,
  letters: Pick<DeadLetters, 'list'>,
  indexed: readonly string[] | undefined,
): () => Promise<QualityReport> {
  let measuring: Promise<QualityReport> | null = null;

  async function measure(): Promise<QualityReport> {
    const flow: FlowState = {
      lag: await indexerLag(stream, indexed),
      deadLetters: countByReason(await letters.list()),
    };
    return reportQuality(await collectEvidence(store, flow, systemClock.now()));
  }

  return () => {
    measuring ??= measure().finally(() => {
      measuring = null;
    });
    return measuring;
  };
}

/** The most frequent first. */
function countByReason(letters: readonly { reason: string }[]): FlowState['deadLetters'] {
  const counts = new Map<string, number>();
  for (const { reason } of letters) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}
