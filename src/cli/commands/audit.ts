/** `matinee audit`: who did what to whom, and whether the log of it is as it was written. */
import { readFile } from 'node:fs/promises';
import { Command } from '@commander-js/extra-typings';
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';
import { auditFileOf } from '../../governance/audit/audit-log.ts';
import type { AuditEntry } from '../../governance/audit/entry.ts';
import { type VerifiedLog, verifyLog } from '../../governance/audit/verify.ts';
import { userId } from '../access-options.ts';
import { type Answer, printAnswer } from '../answer.ts';
import { answerFromKeys } from '../answer-from-keys.ts';
import { commandOnHome, type Environment } from '../context.ts';
import { formatTable } from '../table.ts';

export function auditCommand(environment: Environment) {
  const verify = commandOnHome('verify', 'finds an entry that was changed, removed or moved')
    .argument('[file]', 'a copy of the log (default: that of the home)')
    .option('--head <hash>', 'where it must end, noted elsewhere; without it, where the home says')
    .action(async (file, { head, ...options }) => {
      if (head !== undefined && file !== undefined) {
        const hash = headHash(head);
        return printAnswer(describe(verifyLog(await readLog(file), { entries: null, hash })), options);
      }
      return answerFromKeys(environment, options, async ({ vault }, { personKeysFile }) => {
        const known = await vault.remote.auditHead();
        const text = await readLog(file ?? auditFileOf(personKeysFile), file === undefined);
        const expected = head === undefined ? known : { entries: null, hash: headHash(head) };
        return describe(verifyLog(text, expected));
      });
    });
  const list = commandOnHome('list', 'every entry, or those about one person')
    .option('--user <id>', 'about whom', userId)
    .action(({ user, ...options }) =>
      answerFromKeys(environment, options, async ({ vault, pseudonymiser }, { personKeysFile }) => {
        const head = await vault.remote.auditHead();
        const { entries } = verifyLog(await readLog(auditFileOf(personKeysFile), true), head);
        const alias =
          user === undefined ? null : await vault.remote.auditAlias(pseudonymiser.pseudonymise(user));
        const asked =
          user === undefined ? entries : entries.filter(({ subject }) => subject === (alias ?? ''));
        return { text: readable(asked), fields: { entries: asked } };
      }),
    );
  return new Command('audit')
    .description('the log of who did what to whom')
    .exitOverride()
    .addCommand(verify)
    .addCommand(list);
}

function headHash(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new MatineeError('USAGE', 'this is no head of a log: it has 64 hexadecimal digits', {
    hint: 'Give what `audit verify` printed.',
  });
}

/** The text of a log; where none has begun yet, `mayBeMissing` makes it empty. */
async function readLog(file: string, mayBeMissing = false): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (mayBeMissing && isSystemError(cause, 'ENOENT')) return '';
    throw new MatineeError('USAGE', `cannot read the audit log ${file}: ${messageOf(cause)}`, {
      hint: 'Give a copy of `keys/audit.ndjson`.',
      cause,
    });
  }
}

function describe({ head, clockSetBackAt }: VerifiedLog): Answer {
  const clock =
    clockSetBackAt.length === 0
      ? []
      : [`The clock was set back before line ${clockSetBackAt.join(', ')}; the order is as written.`];
  const text = [`The audit log holds: ${head.entries} entries, ending with ${head.hash}.`, ...clock].join(
    '\n',
  );
  return { text, fields: { valid: true, ...head, clockSetBackAt } };
}

function readable(entries: readonly AuditEntry[]): string {
  if (entries.length === 0) return 'no entry';
  const rows = entries.map(({ at, actor, action, subject, object, why, outcome }) => [
    at,
    actor.kind,
    actor.id ?? '',
    action,
    subject ?? object ?? '',
    why ?? '',
    outcome,
  ]);
  return formatTable([['when', 'who', '', 'what', 'to', 'why', 'outcome'], ...rows]);
}
