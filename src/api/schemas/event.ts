/** How live updates are asked for. */
import { Type } from 'typebox';
import { after } from './parameters.ts';

export const EventsQuerySchema = Type.Object(
  {
    once: Type.Optional(
      Type.Boolean({ description: 'Whether to tell how things are and end, instead of going on.' }),
    ),
    ...after,
  },
  { additionalProperties: false },
);
