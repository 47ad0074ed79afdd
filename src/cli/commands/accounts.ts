/** `matinee accounts`: people who sign in with a name and a password. */
import { Command } from '@commander-js/extra-typings';
import { MatineeError } from '../../domain/errors.ts';
import type { ListedAccount } from '../../governance/access/accounts.ts';
import { hashPassword } from '../../governance/access/passwords.ts';
import { ROLES } from '../../governance/access/principal.ts';
import { byCommandLine } from '../../governance/audit/events.ts';
import { roleOption, userId } from '../access-options.ts';
import { answerFromKeys } from '../answer-from-keys.ts';
import { commandOnHome, type Environment } from '../context.ts';
import { readPassword } from '../read-password.ts';
import { formatTable } from '../table.ts';

export function accountsCommand(environment: Environment) {
  const add = commandOnHome('add', 'adds an account; the password is asked for, or read from standard input')
    .argument('<name>', 'what they sign in with', accountName)
    .addOption(roleOption().makeOptionMandatory())
    .option('--user <id>', 'the person of the data they are (default: nobody)', userId)
    .action(async (name, { role, user, ...options }) => {
      const passwordHash = await hashPassword(await readPassword());
      await answerFromKeys(environment, options, async ({ vault, pseudonymiser }) => {
        const person =
          user === undefined ? null : { userId: user, pseudonym: pseudonymiser.pseudonymise(user) };
        const fields = await vault.remote.addAccount({ name, passwordHash, role, person });
        await vault.remote.appendAudit(byCommandLine('account.add', fields.id));
        return { text: `${name} can sign in, as ${role}.`, fields };
      });
    });
  const list = commandOnHome('list', 'every account').action((options) =>
    answerFromKeys(environment, options, async ({ vault }) => {
      const accounts = await vault.remote.listAccounts();
      return { text: describe(accounts), fields: { accounts } };
    }),
  );
  const remove = commandOnHome('remove', 'removes an account, and signs it out everywhere')
    .argument('<name>')
    .action((name, options) =>
      answerFromKeys(environment, options, async ({ vault }) => {
        const fields = await vault.remote.removeAccount(name);
        await vault.remote.appendAudit(byCommandLine('account.remove', fields.id));
        return { text: `${name} cannot sign in any more.`, fields };
      }),
    );
  return [add, list, remove].reduce(
    (accounts, subcommand) => accounts.addCommand(subcommand),
    new Command('accounts').description(`people who sign in; roles: ${ROLES.join(', ')}`).exitOverride(),
  );
}

function accountName(text: string): string {
  if (/^[^\p{Cc}\p{Cs}\s]{1,128}$/u.test(text)) return text;
  throw new MatineeError('USAGE', 'this is no name of an account: 1 to 128 characters, no spaces', {
    hint: 'Give a short name, or an e-mail address.',
  });
}

function describe(accounts: readonly ListedAccount[]): string {
  if (accounts.length === 0) return 'no account yet: `matinee accounts add` makes one';
  const rows = accounts.map(({ name, role, bound, createdAt }) => [
    name,
    role,
    bound ? 'a person' : '',
    new Date(createdAt).toISOString(),
  ]);
  return formatTable([['name', 'role', 'signs in as', 'since'], ...rows]);
}
