/** The quality of the data, for stewards and operators. */
import { type Static, Type } from 'typebox';
import { DIMENSIONS } from '../../governance/quality/rules.ts';

const Count = Type.Integer({ minimum: 0 });
const Share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });

/** `GET /api/admin/quality`. */
export const QualityAnswerSchema = Type.Object({
  measuredAt: Type.Integer({ description: 'Epoch seconds.' }),
  alerts: Type.Integer({ minimum: 0, description: 'How many rules call for somebody.' }),
  rules: Type.Array(
    Type.Object({
      id: Type.String(),
      dimension: Type.Enum(DIMENSIONS),
      text: Type.String({ description: 'What the rule says.' }),
      checked: Count,
      failed: Count,
      share: Share('The share that fails.'),
      tolerance: Share('The share that may.'),
      status: Type.Enum(['kept', 'alert'] as const),
      examples: Type.Array(Type.String(), { description: 'Some that fail; never a person.' }),
    }),
  ),
});
export type QualityAnswer = Static<typeof QualityAnswerSchema>;
