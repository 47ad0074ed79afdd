/** Where a cluster is, and who we are there. */
import { type Static, Type } from 'typebox';

const NullableText = Type.Union([Type.String({ minLength: 1 }), Type.Null()]);

export const ElasticsearchOptionsSchema = Type.Object({
  /** URLs of some nodes; not looked at with a cloud id. */
  nodes: Type.Array(Type.String({ minLength: 1 })),
  /** Of Elastic Cloud. */
  cloudId: NullableText,
  /** Base64, as Elasticsearch gives it; null for a cluster without security. */
  apiKey: NullableText,
  /** Certificates (PEM) to trust; null trusts those of the system. */
  ca: NullableText,
  /** What the names of all indices begin with; empty for nothing. */
  indexPrefix: Type.String(),
  /** What digests of erased persons are made with, in base64url; a store that nobody is erased from does without. */
  suppressionKey: Type.Optional(Type.String()),
});
export type ElasticsearchOptions = Static<typeof ElasticsearchOptionsSchema>;
