/** What a person is called: `You` for the one started here, `Viewer 12` for somebody from the data. */
import type { TFunction } from 'i18next';
import type { Session } from './person.ts';

export function personName(userId: string, { ownUserId }: Session, t: TFunction): string {
  return userId === ownUserId ? t('people.you') : t('people.viewer', { id: userId });
}
