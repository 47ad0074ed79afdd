/** The thread for reads that may take a while: aggregations, scans and the whole catalogue. */
import { aggregate } from './aggregate.ts';
import { openForReading } from './database.ts';
import { movieSummaryOf, SELECT_MOVIES } from './movie-rows.ts';
import { countOldInteractions } from './old-interactions.ts';
import type { AnalysisFunctions, InteractionBlock, ScanBlock, ShownBlock } from './protocol.ts';
import {
  createOpenScans,
  createUserBlocks,
  openInteractionScan,
  openRatingScan,
  openShownScan,
} from './scan.ts';
import { runThread, type Service } from './thread.ts';

runThread((path) => {
  const database = openForReading(path);
  const usersAfter = createUserBlocks(database);
  const selectCatalogue = database.prepare(`${SELECT_MOVIES} ORDER BY movie_id`);

  return (): Service => {
    const ratings = createOpenScans<ScanBlock>();
    const interactions = createOpenScans<InteractionBlock>();
    const shown = createOpenScans<ShownBlock>();
    const closeAll = () => {
      ratings.closeAll();
      interactions.closeAll();
      shown.closeAll();
    };
    const functions: AnalysisFunctions = {
      catalogue: async () => selectCatalogue.all().map(movieSummaryOf),
      aggregate: async (query) => aggregate(database, query),
      countInteractions: async (old) => countOldInteractions(database, old),
      usersAfter: async (place) => usersAfter(place),
      openScan: async () => ratings.open(openRatingScan(path)),
      nextBlock: async (id) => ratings.next(id),
      closeScan: async (id) => ratings.close(id),
      openInteractionScan: async (types) => interactions.open(openInteractionScan(path, types)),
      nextInteractions: async (id) => interactions.next(id),
      closeInteractionScan: async (id) => interactions.close(id),
      openShownScan: async (types, idPrefix) => shown.open(openShownScan(path, types, idPrefix)),
      nextShown: async (id) => shown.next(id),
      closeShownScan: async (id) => shown.close(id),
      async shutDown() {
        closeAll();
        database.close();
      },
    };
    return { functions, onClose: closeAll };
  };
});
