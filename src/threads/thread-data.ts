/** What a thread was started with, checked as anything from outside. */
import { workerData } from 'node:worker_threads';
import { MatineeError } from '../domain/errors.ts';

/** The data of this thread: `isData` is a type guard, or the `Check` of a compiled schema. */
export function threadData<Data>(isData: (value: unknown) => value is Data): Data {
  const data: unknown = workerData;
  if (isData(data)) return data;
  throw new MatineeError('INTERNAL', 'this thread was started with other data than it takes');
}
