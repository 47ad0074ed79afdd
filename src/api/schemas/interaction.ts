/** What people do with films besides rating them. */
import type { Static } from 'typebox';
import { InteractionRequestSchema } from '../../domain/interaction.ts';

export { InteractionRequestSchema };
/** The body of `POST /api/interactions`. */
export type InteractionRequest = Static<typeof InteractionRequestSchema>;
