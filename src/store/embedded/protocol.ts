/** What the threads of the embedded store offer each other. */
import type { MessagePort } from 'node:worker_threads';
import type { InteractionType } from '../../domain/interaction.ts';
import type {
  ErasedDocuments,
  OldInteractions,
  Store,
  StoreIdentity,
  WriteBatch,
  WriteFailure,
} from '../store.ts';
import type { SliceStatistics } from './write-queue.ts';

/** The one thread of the process that writes. */
export type WriterFunctions = {
  claim(identity: StoreIdentity): Promise<void>;
  write(batch: WriteBatch): Promise<WriteFailure[]>;
  flush(): Promise<void>;
  erasePerson(userId: string): Promise<ErasedDocuments>;
  eraseDigests(digests: readonly Uint8Array[]): Promise<number>;
  dropInteractions(old: OldInteractions): Promise<number>;
  statistics(): SliceStatistics;
  /** Ends the thread's work: what it was asked before is finished first. */
  shutDown(): Promise<void>;
};

/** Point reads and search: answers that somebody waits for. */
export type LookupFunctions = Pick<
  Store,
  | 'totals'
  | 'erasures'
  | 'movie'
  | 'movies'
  | 'catalogueVersion'
  | 'searchMovies'
  | 'suggestMovies'
  | 'moreLikeThis'
  | 'user'
  | 'ratingsOf'
  | 'interactionsOf'
  | 'rating'
> & { shutDown(): Promise<void> };

/** A block of a scan on its way between threads: persons as places in a list of the block's distinct ones. */
export type ScanBlock = {
  userIds: string[];
  users: Int32Array;
  movies: Int32Array;
  ratings: Float32Array;
  timestamps: Float64Array;
};

/** A block of a scan of interactions on its way between threads. */
export type InteractionBlock = {
  userIds: string[];
  users: Int32Array;
  movies: Int32Array;
  types: InteractionType[];
  eventTimes: Float64Array;
};

/** The same of interactions with films that answers had shown. */
export type ShownBlock = InteractionBlock & { recommendationIds: string[] };

/** Some persons of the index; the next lie behind `last`, and nobody when it is null. */
export type UserBlock = { userIds: string[]; last: number | null };

/** Reads of the whole index, which may take a while. */
export type AnalysisFunctions = Pick<Store, 'catalogue' | 'aggregate' | 'countInteractions'> & {
  /** Persons behind a place, by their order in the index; the first lie behind 0. */
  usersAfter(place: number): Promise<UserBlock>;
  openScan(): Promise<number>;
  /** Null after the last block; the scan is then closed. */
  nextBlock(scan: number): Promise<ScanBlock | null>;
  closeScan(scan: number): Promise<void>;
  openInteractionScan(types: readonly InteractionType[]): Promise<number>;
  nextInteractions(scan: number): Promise<InteractionBlock | null>;
  closeInteractionScan(scan: number): Promise<void>;
  openShownScan(types: readonly InteractionType[], idPrefix: string): Promise<number>;
  nextShown(scan: number): Promise<ShownBlock | null>;
  closeShownScan(scan: number): Promise<void>;
  shutDown(): Promise<void>;
};

/** What another thread needs to use the store of this process. */
export interface EmbeddedStorePorts {
  writer: MessagePort;
  lookup: MessagePort;
  analysis: MessagePort;
}
