/** What people do with films besides rating them. */
import type { Static } from 'typebox';
import {
  INTERACTION_TYPES,
  InteractionRequestSchema,
  type InteractionType,
} from '../../domain/interaction.ts';

export { INTERACTION_TYPES, InteractionRequestSchema, type InteractionType };
/** The body of `POST /api/interactions`. */
export type InteractionRequest = Static<typeof InteractionRequestSchema>;
