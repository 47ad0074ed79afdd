/** `matinee keys`: what programs come in with. */
import { Command } from '@commander-js/extra-typings';
import { MatineeError } from '../../domain/errors.ts';
import { systemClock } from '../../domain/ports.ts';
import type { IssuedApiKey, ListedApiKey } from '../../governance/access/api-keys.ts';
import { isScope, ROLES, SCOPES, type Scope } from '../../governance/access/principal.ts';
import { byCommandLine } from '../../governance/audit/events.ts';
import { roleOption, userId } from '../access-options.ts';
import type { Answer } from '../answer.ts';
import { answerFromKeys } from '../answer-from-keys.ts';
import { commandOnHome, type Environment } from '../context.ts';
import { wholeNumber } from '../numbers.ts';
import { formatTable } from '../table.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function keysCommand(environment: Environment) {
  const create = commandOnHome('create', 'makes a key, and prints it once')
    .requiredOption('--name <name>', 'what it is for')
    .addOption(roleOption().makeOptionMandatory())
    .option('--scopes <list>', `what it may be used for, of ${SCOPES.join(', ')}`, scopesIn, scopesIn('read'))
    .option('--user <id>', 'the person it acts as (default: nobody)', userId)
    .option('--days <number>', 'how long it is taken', wholeNumber(1, 3_650), 90)
    .action(({ name, role, scopes, user, days, ...options }) =>
      answerFromKeys(environment, options, async ({ vault, pseudonymiser }) => {
        const person =
          user === undefined ? null : { userId: user, pseudonym: pseudonymiser.pseudonymise(user) };
        const expiresAt = systemClock.now() + days * DAY_MS;
        const key = await vault.remote.createApiKey({ name, role, scopes, person, expiresAt });
        await vault.remote.appendAudit(byCommandLine('key.create', key.id));
        return issued(key);
      }),
    );
  const list = commandOnHome('list', 'every key, without what would let anybody in').action((options) =>
    answerFromKeys(environment, options, async ({ vault }) => {
      const keys = await vault.remote.listApiKeys();
      return { text: describe(keys), fields: { keys } };
    }),
  );
  const revoke = commandOnHome('revoke', 'ends a key at once')
    .argument('<id>')
    .action((id, options) =>
      answerFromKeys(environment, options, async ({ vault }) => {
        await vault.remote.revokeApiKey(id);
        await vault.remote.appendAudit(byCommandLine('key.revoke', id));
        return { text: `The key ${id} is not taken any more.`, fields: { revoked: id } };
      }),
    );
  const rotate = commandOnHome('rotate', 'a new key in place of one, which is taken for a while more')
    .argument('<id>')
    .option('--overlap-hours <number>', 'how long the old one is taken too', wholeNumber(0, 8_760), 24)
    .action((id, { overlapHours, ...options }) =>
      answerFromKeys(environment, options, async ({ vault }) => {
        const key = await vault.remote.rotateApiKey(id, overlapHours * HOUR_MS);
        await vault.remote.appendAudit(byCommandLine('key.rotate', id));
        return issued(key);
      }),
    );
  return [create, list, revoke, rotate].reduce(
    (keys, subcommand) => keys.addCommand(subcommand),
    new Command('keys').description(`keys of programs; roles: ${ROLES.join(', ')}`).exitOverride(),
  );
}

function scopesIn(text: string): Scope[] {
  const words = text.split(',').map((word) => word.trim());
  const unknown = words.find((word) => !isScope(word));
  if (unknown === undefined) return words.filter(isScope);
  throw new MatineeError('USAGE', `there is no scope "${unknown}"`, {
    hint: `Give some of ${SCOPES.join(', ')}, joined by commas.`,
  });
}

function issued({ id, key, expiresAt }: IssuedApiKey): Answer {
  const until = new Date(expiresAt).toISOString();
  const text = `${key}\nKey ${id}, taken until ${until}. It is shown this once: only a digest of it is kept.`;
  return { text, fields: { id, key, expiresAt: until } };
}

function describe(keys: readonly ListedApiKey[]): string {
  if (keys.length === 0) return 'no key yet: `matinee keys create` makes one';
  const rows = keys.map(({ id, name, role, scopes, bound, expiresAt, previousUntil }) => [
    id,
    name,
    role,
    scopes.join(','),
    bound ? 'a person' : '',
    new Date(expiresAt).toISOString(),
    previousUntil === null ? '' : new Date(previousUntil).toISOString(),
  ]);
  return formatTable([
    ['id', 'name', 'role', 'scopes', 'acts as', 'taken until', 'key before until'],
    ...rows,
  ]);
}
