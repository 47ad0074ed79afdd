/** The thread for answers that somebody waits for: point reads and search. */
import { openForReading } from './database.ts';
import { createLookups } from './lookups.ts';
import { createMovieSearch } from './movie-search.ts';
import type { LookupFunctions } from './protocol.ts';
import { runThread } from './thread.ts';

runThread((path) => {
  const database = openForReading(path);
  const lookups = createLookups(database);
  const functions: LookupFunctions = {
    ...lookups,
    ...createMovieSearch(database, lookups.movies),
    shutDown: async () => database.close(),
  };
  return () => ({ functions });
});
