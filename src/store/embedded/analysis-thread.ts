/** The thread for reads that may take a while: aggregations, scans and the whole catalogue. */
import { MatineeError } from '../../domain/errors.ts';
import { aggregate } from './aggregate.ts';
import { openForReading } from './database.ts';
import { movieSummaryOf, SELECT_MOVIES } from './movie-rows.ts';
import type { AnalysisFunctions } from './protocol.ts';
import { openScan, type Scan } from './scan.ts';
import { runThread, type Service } from './thread.ts';

runThread((path) => {
  const database = openForReading(path);
  const selectCatalogue = database.prepare(`${SELECT_MOVIES} ORDER BY movie_id`);
  let scansOpened = 0;

  return (): Service => {
    const scans = new Map<number, Scan>();
    const close = (id: number) => {
      scans.get(id)?.close();
      scans.delete(id);
    };
    const functions: AnalysisFunctions = {
      catalogue: async () => selectCatalogue.all().map(movieSummaryOf),
      aggregate: async (query) => aggregate(database, query),
      async openScan() {
        scansOpened += 1;
        scans.set(scansOpened, openScan(path));
        return scansOpened;
      },
      async nextBlock(id) {
        const scan = scans.get(id);
        if (scan === undefined) throw new MatineeError('INTERNAL', `Scan ${id} of the index is closed`);
        const block = scan.next();
        if (block === null) close(id);
        return block;
      },
      closeScan: async (id) => close(id),
      async shutDown() {
        for (const id of scans.keys()) close(id);
        database.close();
      },
    };
    return { functions, onClose: () => [...scans.keys()].forEach(close) };
  };
});
