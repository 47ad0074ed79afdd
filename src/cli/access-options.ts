/** Options of the commands that say who may come in. */
import { Option } from '@commander-js/extra-typings';
import { MatineeError } from '../domain/errors.ts';
import { parseUserId, type UserId } from '../domain/ids.ts';
import { ROLES } from '../governance/access/principal.ts';
import { REASONS } from '../governance/audit/entry.ts';

export function roleOption() {
  return new Option('--role <role>', 'what it may do').choices(ROLES);
}

/** Why something is done to a person: the audit log has it. */
export function whyOption() {
  return new Option('--why <reason>', 'what the audit log gives as the reason')
    .choices(REASONS)
    .default('not-said' as const);
}

/** A person's id as an option has it. */
export function userId(text: string): UserId {
  const id = parseUserId(text);
  if (id !== null) return id;
  throw new MatineeError(
    'USAGE',
    'this is no userId: it has 1 to 128 characters, none of them a control character',
    { hint: 'Give the id that ratings are given under.' },
  );
}
