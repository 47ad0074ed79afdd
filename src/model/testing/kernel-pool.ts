/** Threads for tests that train. They do not keep the process alive. */
import { createPool } from '../../../kernel/pool.ts';

export const testPool = createPool(2);
