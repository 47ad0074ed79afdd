/** What the API is given: ports and rooms, wired by `cli`. */
import type { DashboardStore } from '../dashboard/read-charts.ts';
import type { Pseudonym, UserId } from '../domain/ids.ts';
import type { SourceUser } from '../domain/person.ts';
import type { Clock, Logger, Pseudonymiser } from '../domain/ports.ts';
import type { RecordCipher } from '../domain/record-cipher.ts';
import type { Receipt } from '../governance/erasure/receipt.ts';
import type { Processing, ProcessingOf } from '../governance/processing/processing.ts';
import type { QualityReport } from '../governance/quality/report.ts';
import type { RetentionReport } from '../governance/retention/run-retention.ts';
import type { Experiment } from '../recommender/experiments/experiment.ts';
import type { LiveState } from '../recommender/live/live-state.ts';
import type { Recommender } from '../recommender/recommender.ts';
import type { Store } from '../store/store.ts';
import type { Stream } from '../stream/stream.ts';
import type { FlowReading } from '../telemetry/flow-reading.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { AuditTrail } from './access/audited.ts';
import type { AccessControl } from './access/guard.ts';
import type { OverloadLimits } from './overload.ts';
import type { AboutAnswer } from './schemas/status.ts';

/** People that the demonstration lets anybody act as. */
export interface ProfileProvider {
  /** A stretch of them, in an order that stays, and how many there are. */
  list(offset: number, limit: number): Promise<{ total: number; people: readonly SourceUser[] }>;
}

/** The rights of persons over their data. */
export interface SubjectRights {
  /** `NOT_FOUND` for somebody of whom nothing is held. */
  erase(userId: UserId): Promise<Receipt>;
  /** Changes what may be done with what is held of somebody, known or not yet. `NOT_FOUND` for somebody who was erased. */
  limit(userId: UserId, change: Partial<Processing>): Promise<Processing>;
}

/** What is older than it may be. */
export interface RetentionRuns {
  preview(): Promise<RetentionReport>;
  run(): Promise<RetentionReport>;
}

export interface ApiDeps {
  stream: Pick<Stream, 'produce'>;
  store: DashboardStore &
    Pick<
      Store,
      'user' | 'movie' | 'searchMovies' | 'suggestMovies' | 'totals' | 'interactionsOf' | 'scanShown'
    >;
  recommender: Recommender;
  live: LiveState;
  pseudonymiser: Pseudonymiser;
  /** Seals what people do before the stream has it. */
  cipher: Pick<RecordCipher, 'seal'>;
  subjects: SubjectRights;
  retention: RetentionRuns;
  /** What people have forbidden. */
  processingOf: ProcessingOf;
  /** Tells of persons who are erased, by whichever process. */
  onErased: (listener: (persons: readonly Pseudonym[]) => void) => void;
  clock: Clock;
  logger: Logger;
  about: AboutAnswer;
  metrics: Metrics;
  /** The flow now. */
  readFlow: () => Promise<FlowReading>;
  /** The quality of the data now. */
  readQuality: () => Promise<QualityReport>;
  /** How many dead letters are kept. */
  countDeadLetters: () => Promise<number>;
  /** Whether the data set has been read into the index once; asked until it first says so. */
  firstLoadDrained: () => Promise<boolean>;
  /** Null outside of the demonstration: there are no profiles then. */
  profiles: ProfileProvider | null;
  /** The experiment that runs; left out, none does. */
  experiment?: Experiment | undefined;
  /** Who asks, and what they may; left out, nobody is asked: the demonstration. */
  access?: AccessControl;
  /** Left out, nothing is written down. */
  audit?: AuditTrail;
  /** Host names that requests may be addressed to, against DNS rebinding; left out, any. */
  allowedHosts?: readonly string[];
  /** Folder of the built web application; left out, none is served. */
  webRoot?: string;
  /** Beyond what requests are turned away; the defaults of `overload.ts` without it. */
  overload?: OverloadLimits;
  /** How long `?after=` waits, in milliseconds; 5,000 without it. */
  waitLimitMs?: number;
}
