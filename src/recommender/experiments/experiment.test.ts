import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { asPseudonym, type Pseudonym } from '../../domain/ids.ts';
import type { InteractionType } from '../../domain/interaction.ts';
import { createUniform } from '../../model/random.ts';
import type { ShownColumns } from '../../store/store.ts';
import { describeOutcome } from './describe-outcome.ts';
import { armOf, armOfAnswer, recommendationIdIn, shownBy } from './experiment.ts';
import { outcomeOf } from './outcome.ts';
import { type PersonTally, type Tally, tallyExperiment } from './tally.ts';

const person = (number: number) => asPseudonym(`person-${number}`.padEnd(20, '_'));
const PEOPLE = Array.from({ length: 4_000 }, (_, number) => person(number));

describe('who gets which arm', () => {
  it('is about the share, stays, and only moves towards the variant when the share grows', () => {
    const variantAt = (share: number, name = 'rows') =>
      new Set(PEOPLE.filter((each) => armOf({ name, share }, each) === 'variant'));
    const third = variantAt(0.3);
    assert.ok(Math.abs(third.size - 1_200) < 120, `${third.size} of 4,000`);
    assert.deepEqual(variantAt(0.3), third);
    const half = variantAt(0.5);
    assert.ok([...third].every((each) => half.has(each)));
    assert.equal(variantAt(0).size, 0);
    assert.equal(variantAt(1).size, PEOPLE.length);
    const again = variantAt(0.3, 'rows-2');
    const both = [...third].filter((each) => again.has(each)).length;
    assert.ok(Math.abs(both - 360) < 90, `another name deals anew: ${both} in both`);
  });

  it('is read from the id of an answer, whatever else ids look like', () => {
    const names = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,23}$/);
    fc.assert(
      fc.property(names, names, fc.constantFrom('control', 'variant'), (name, other, arm) => {
        const id = recommendationIdIn({ name }, arm);
        assert.ok(id.length <= 64 && id.startsWith(shownBy(name)), id);
        assert.equal(armOfAnswer(name, id), arm);
        assert.equal(armOfAnswer(other, id), other === name ? arm : null);
      }),
    );
    fc.assert(fc.property(fc.string(), (id) => armOfAnswer('rows', id) === null || id.startsWith('rows~')));
    assert.equal(armOfAnswer('rows', 'rows~other~1'), null);
    assert.equal(armOfAnswer('rows', 'rows~control'), null);
  });
});

type Said = [user: Pseudonym, movieId: number, type: InteractionType, recommendationId: string];

async function* inBlocks(said: readonly Said[], size: number): AsyncGenerator<ShownColumns> {
  for (let from = 0; from < said.length; from += size) {
    const block = said.slice(from, from + size);
    yield {
      users: block.map(([user]) => user),
      movies: Int32Array.from(block, ([, movieId]) => movieId),
      types: block.map(([, , type]) => type),
      eventTimes: new Float64Array(block.length),
      recommendationIds: block.map(([, , , id]) => id),
    };
  }
}

describe('what people were shown and opened', () => {
  const [ada, bob, eve] = [person(1), person(2), person(3)];
  const said: Said[] = [
    [ada, 1, 'click', 'rows~control~a'],
    [ada, 1, 'impression', 'rows~control~a'],
    [ada, 2, 'impression', 'rows~control~a'],
    [ada, 2, 'impression', 'rows~control~a'],
    [ada, 1, 'click', 'rows~control~a'],
    [ada, 1, 'impression', 'rows~control~b'],
    [bob, 1, 'impression', 'rows~variant~c'],
    [bob, 7, 'click', 'rows~variant~c'],
    [eve, 1, 'impression', 'rows~variant~d'],
    [eve, 1, 'impression', 'rows~control~e'],
    [ada, 1, 'impression', 'other~control~f'],
  ];

  it('counts a film of an answer once, and leaves out who was shown both arms', async () => {
    const expected: Tally = {
      control: [{ impressions: 3, clicks: 1 }],
      variant: [{ impressions: 1, clicks: 0 }],
      inBoth: 1,
      clicksUnseen: 1,
    };
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(said, { minLength: said.length }),
        fc.integer({ min: 1, max: 12 }),
        async (shuffled, size) => {
          assert.deepEqual(await tallyExperiment('rows', inBlocks(shuffled, size)), expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});

const EMPTY: Tally = { control: [], variant: [], inBoth: 0, clicksUnseen: 0 };

/** People who open much of what they are shown or little, each with some luck of their own: mean rate 0.2 + lift. */
function people(count: number, random: () => number, lift = 0): PersonTally[] {
  return Array.from({ length: count }, () => {
    const impressions = 1 + Math.floor(random() * 60);
    const rate = (random() < 0.5 ? 0.02 : 0.38) + lift;
    const clicks = Array.from({ length: impressions }, () => random() < rate).filter(Boolean).length;
    return { impressions, clicks };
  });
}

describe('what an experiment says', () => {
  it('has intervals that hold the truth 95 times of a hundred, though the films of one person hang together', () => {
    const random = createUniform(7);
    let held = 0;
    const rounds = 600;
    for (let round = 0; round < rounds; round++) {
      const tally = { ...EMPTY, control: people(100, random), variant: people(100, random, 0.1) };
      const { difference } = outcomeOf({ share: 0.5 }, tally);
      if (difference !== null && difference.low <= 0.1 && 0.1 <= difference.high) held += 1;
    }
    assert.ok(held / rounds > 0.92 && held / rounds < 0.98, `${held} of ${rounds}`);
  });

  it('says better, worse, undecided, too few, uneven and nothing shown', () => {
    const random = createUniform(11);
    const of = (control: PersonTally[], variant: PersonTally[], share = 0.5) =>
      outcomeOf({ share }, { ...EMPTY, control, variant });
    assert.equal(of([], []).verdict, 'nothing-shown');
    const few = of(people(49, random), people(60, random));
    assert.equal(few.verdict, 'too-few');
    assert.equal(few.difference, null);
    assert.match(describeOutcome(few), /49 and 60 so far/);
    assert.equal(of(people(400, random), people(400, random)).verdict, 'undecided');
    assert.equal(
      of(
        people(400, random),
        people(400, random, -0.02).map(({ impressions }) => ({ impressions, clicks: 0 })),
      ).verdict,
      'worse',
    );
    const better = of(people(400, random), people(400, random, 0.3));
    assert.equal(better.verdict, 'better');
    assert.match(
      describeOutcome(better),
      /^The variant is better: people open \d+\.\d % .* between \+\d+\.\d and \+\d+\.\d points/,
    );
    assert.equal(of(people(100, random), people(300, random)).verdict, 'uneven');
    assert.equal(of(people(100, random), people(300, random), 0.75).verdict, 'undecided');
  });
});
