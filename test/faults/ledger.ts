/** What callers were promised: each batch that was sent, whether it was acknowledged, and whether the home kept it. */
import { isJsonObject } from '../../src/domain/json.ts';
import { getJson, objectsIn, sendJson } from '../http.ts';

const FILMS_IN_BATCH = 50;
const WRITERS = 3;

interface Batch {
  /** A person of its own, so that what is kept of a batch can be told from all others. */
  person: string;
  rating: number;
  acknowledged: boolean;
}

export interface Ledger {
  batches: Batch[];
}

export interface Writing {
  acknowledged(): number;
  /** Batches sent that nobody has answered yet. */
  unanswered(): number;
  /** Ends behind what was sent. */
  stop(): Promise<void>;
}

/** Sends batch after batch, several at once, until it is stopped; a caller whose batch fails goes away. */
export function startWriting(apiUrl: string, name: string, ledger: Ledger): Writing {
  let stopped = false;
  let acknowledged = 0;
  let unanswered = 0;
  const write = async (writer: number) => {
    for (let n = 0; !stopped; n++) {
      const batch: Batch = { person: `${name}-${writer}-${n}`, rating: 1 + (n % 5), acknowledged: false };
      ledger.batches.push(batch);
      unanswered++;
      const body = Array.from({ length: FILMS_IN_BATCH }, (_, film) => ({
        userId: batch.person,
        movieId: film + 1,
        rating: batch.rating,
      }));
      const answer = await sendJson('POST', `${apiUrl}/api/ratings/batch`, body).catch(() => null);
      unanswered--;
      if (answer === null) return;
      batch.acknowledged = answer.status === 202;
      if (batch.acknowledged) acknowledged++;
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));
  return {
    acknowledged: () => acknowledged,
    unanswered: () => unanswered,
    async stop() {
      stopped = true;
      await Promise.all(writers);
    },
  };
}

/** What is wrong with what the home keeps of the batches (nothing, where it keeps its promises), and how many ratings that is. */
export async function audit(
  apiUrl: string,
  batches: readonly Batch[],
): Promise<{ kept: number; faults: string[] }> {
  const faults: string[] = [];
  let total = 0;
  for (const { person, rating, acknowledged } of batches) {
    const { status, body } = await getJson(`${apiUrl}/api/users/${person}/ratings?per_page=100`);
    const kept = status === 404 ? [] : objectsIn(body.results);
    total += kept.length;
    if (status !== 200 && status !== 404) faults.push(`${person}: answered with ${status}`);
    if (acknowledged && kept.length !== FILMS_IN_BATCH)
      faults.push(`${person}: acknowledged ${FILMS_IN_BATCH}, kept ${kept.length}`);
    if (new Set(kept.map(({ movieId }) => movieId)).size !== kept.length)
      faults.push(`${person}: a film twice`);
    if (kept.some((one) => one.rating !== rating)) faults.push(`${person}: another rating than was sent`);
  }
  return { kept: total, faults };
}

/** Null while it serves, or says why not; else what it does instead. */
export async function servingFault(apiUrl: string, userId: string): Promise<string | null> {
  const { status, body } = await getJson(`${apiUrl}/api/recommendations/users/${userId}`);
  if (status === 200) return objectsIn(body.items).length > 0 ? null : 'an empty list of recommendations';
  const says = isJsonObject(body) && typeof body.detail === 'string' && body.detail !== '';
  return status === 503 && says ? null : `recommendations answered with ${status}: ${JSON.stringify(body)}`;
}
