/** Run as a process of its own: fits a model to drawn ratings and prints the bytes that the process grew by, at most. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { createPool } from '../../../../kernel/pool.ts';
import { fitModel } from '../../fit-model.ts';
import { createRatingMatrix } from '../../matrix.ts';
import { openModel } from '../../open-model.ts';
import { ModelParamsSchema } from '../../params.ts';
import { hashPair } from '../../random.ts';
import { tasteRatings } from '../../testing/rating-data.ts';
import { type DataShape, estimateFit, shapeOf } from '../estimate-fit.ts';

/** What the test asks for; the ratings drawn may fall on the same pair, so that there are fewer. */
const PeakOrder = Type.Object({
  shape: Type.Object({ users: Type.Integer(), items: Type.Integer(), ratings: Type.Integer() }),
  params: ModelParamsSchema,
});

function drawRatings({ users, items, ratings }: DataShape) {
  const drawn = (salt: number, below: number) => (place: number) => hashPair(salt, place) % below;
  const places = Array.from({ length: ratings }, (_, place) => place);
  return {
    users: places.map((place) => `user ${place < users ? place : drawn(1, users)(place)}`),
    movies: Int32Array.from(places, (place) => 1 + (place < items ? place : drawn(2, items)(place))),
    ratings: Float32Array.from(places, (place) => 1 + drawn(3, 5)(place)),
    timestamps: Float64Array.from(places),
  };
}

/** The most that has been resident since it was last set back (Linux). */
function peakResident(): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes) * 1_024;
}

async function measure({
  shape,
  params,
}: Static<typeof PeakOrder>): Promise<[grown: number, estimated: number]> {
  const pool = createPool(2);
  const seed = 1;
  // The first fit makes the engine ready.
  openModel(await fitModel(createRatingMatrix(tasteRatings(30, 20)), params, { pool, seed }));
  const matrix = createRatingMatrix(drawRatings(shape));
  globalThis.gc?.();
  // Sets the peak back to what is resident now: proc(5).
  writeFileSync('/proc/self/clear_refs', '5');
  const before = peakResident();
  openModel(await fitModel(matrix, params, { pool, seed, onStep: ({ state }) => void state() }));
  const grown = peakResident() - before;
  await pool.close();
  const { kernel, host } = estimateFit(shapeOf(matrix), params, 2);
  return [grown, kernel + host];
}

const order = Value.Parse(PeakOrder, JSON.parse(process.argv[2] ?? ''));
process.stdout.write((await measure(order)).join(' '));
