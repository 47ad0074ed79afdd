/** A thread for the tests of this room: serves every kind of answer there is. */
import { MatineeError } from '../domain/errors.ts';
import { serveOwner } from './spawn.ts';
import { threadData } from './thread-data.ts';
import { transfer } from './transfer.ts';

export interface Answers {
  greet(name: string): string;
  refuse(): never;
  fail(): never;
  /** Something that no message can carry. */
  clonelessAnswer(): unknown;
  double(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer>;
  /** Whether the array it gave last still has its memory. */
  keptLast(): boolean;
  tellOwner(word: string): Promise<string>;
  wait(): Promise<never>;
  crash(): void;
}

export interface Owner {
  hear(word: string): string;
}

const greeting = threadData((data) => typeof data === 'string');
let last = new Float64Array(0);

const answers: Answers = {
  greet: (name) => `${greeting}, ${name}`,
  refuse() {
    const cause = new Error('below');
    throw new MatineeError('CONFLICT', 'That cannot be', { hint: 'Do otherwise.', cause });
  },
  fail() {
    throw new TypeError('a defect');
  },
  clonelessAnswer: () => ({ answer: () => 'no message carries a function' }),
  double(numbers) {
    last = numbers.map((number) => 2 * number);
    return transfer(last, [last.buffer]);
  },
  keptLast: () => last.length > 0,
  tellOwner: (word) => owner.hear(word),
  wait: () => new Promise(() => undefined),
  crash() {
    setImmediate(() => {
      throw new Error('the thread broke');
    });
  },
};

const owner = serveOwner<Owner, Answers>(answers);
