/** A split of ratings in two: the places, in the columns split, of what to train on and of what to test on. */
export interface Split {
  train: Uint32Array;
  test: Uint32Array;
}

/** The split that tests on the places for which the predicate holds; both parts keep the order of the columns. */
export function splitWhere(length: number, isTest: (place: number) => boolean): Split {
  const train: number[] = [];
  const test: number[] = [];
  for (let place = 0; place < length; place++) (isTest(place) ? test : train).push(place);
  return { train: Uint32Array.from(train), test: Uint32Array.from(test) };
}
