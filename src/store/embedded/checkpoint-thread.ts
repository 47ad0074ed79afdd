/** A thread that writes the log back into the index file, so that no commit ever waits for it. */
import { checkpoint, logState } from './checkpoint.ts';
import { openForWriting } from './database.ts';
import { runThread } from './thread.ts';

const LOOK_EVERY_MS = 50;
/** Pages of 4 KiB that may wait in the log. */
const CHECKPOINT_AT_PAGES = 4_096;

runThread((path) => {
  const database = openForWriting(path);
  const timer = setInterval(() => {
    if (logState(database).waiting >= CHECKPOINT_AT_PAGES) checkpoint(database);
  }, LOOK_EVERY_MS);
  const shutDown = () => {
    clearInterval(timer);
    database.close();
  };
  return () => ({ functions: { shutDown } });
});
