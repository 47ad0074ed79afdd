/** `matinee receipt`: whether the receipt of an erasure is as the home signed it. */
import { readFile } from 'node:fs/promises';
import { Command } from '@commander-js/extra-typings';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import { publicKeyOf, verifyReceipt } from '../../governance/erasure/receipt.ts';
import { printAnswer } from '../answer.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';

export function receiptCommand(environment: Environment) {
  const verify = commandOnHome('verify', 'checks that a receipt is as this home signed it')
    .argument('<file>', 'the receipt, as `subject erase --json` printed it')
    .option(
      '--public-key <key>',
      'the key that must have signed it, where there is no home (its `publicKey`)',
    )
    .action(async (file, { publicKey, ...options }) => {
      const { config } = createContext(environment, options, 'receipt');
      const key = publicKey ?? (await publicKeyOfHome(config));
      const { ordinal, completedAt, subject } = verifyReceipt(await readText(file), key);
      const text = `The receipt holds: erasure ${ordinal} of this home, done ${completedAt}.`;
      printAnswer({ text, fields: { valid: true, ordinal, completedAt, subject } }, options);
    });
  return new Command('receipt').description('receipts of erasures').exitOverride().addCommand(verify);

  async function publicKeyOfHome(config: Parameters<typeof openState>[1]): Promise<string> {
    const state = await openState(openExistingHome(locateHome(config)), config);
    try {
      return publicKeyOf(await state.vault.remote.signingKey());
    } finally {
      await state.close();
    }
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new MatineeError('USAGE', `cannot read the receipt ${file}: ${messageOf(cause)}`, {
      hint: 'Give the file that `subject erase --json` was written to.',
      cause,
    });
  }
}
