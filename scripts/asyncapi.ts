/** docs/asyncapi.json: the topics and their records, from the schemas that the flow itself reads them with. */
import { VERSION } from '../src/cli/version.ts';
import { InteractionTopicSchema } from '../src/domain/interaction.ts';
import { RatingRecordSchema } from '../src/domain/rating.ts';
import { deadTopicOf, FLOW_TOPICS, type FlowTopic, INDEXER_GROUP } from '../src/domain/topics.ts';

const RECORDS = {
  movies: { summary: 'A rating, or with `rating: null` one taken back.', payload: RatingRecordSchema },
  interactions: {
    summary: 'What people do besides rating, and what they say of themselves.',
    payload: InteractionTopicSchema,
  },
} satisfies Record<FlowTopic, { summary: string; payload: object }>;

const SEALED =
  'Encrypted whole by AES-256-GCM under the key of the person: IV (12 bytes), ciphertext, tag (16 bytes); inside is JSON (`x-opened`) with its schema version. Where `governance.encryption` is false the JSON lies in the clear, its key the pseudonym.';

function channelsOf(topic: FlowTopic) {
  const { summary, payload } = RECORDS[topic];
  return [
    [
      topic,
      {
        address: topic,
        description:
          "The record's key is a random id of the person's in the key store, so that a person's records keep their order; it leads to nobody once their key is destroyed.",
        messages: {
          record: {
            summary: `${summary} ${SEALED}`,
            contentType: 'application/octet-stream',
            payload: { type: 'string', format: 'binary' },
            'x-opened': { contentType: 'application/json', payload },
          },
        },
      },
    ],
    [
      deadTopicOf(topic),
      {
        address: deadTopicOf(topic),
        description: `Records of ${topic} that could not be processed: as they lay there, encrypted, the reason in headers.`,
        messages: { letter: { summary: 'A dead letter.', contentType: 'application/octet-stream' } },
      },
    ],
  ] as const;
}

/** An AsyncAPI 3.0 document of the stream, as text. */
export function asyncApiDocument(): string {
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Matinee',
      version: VERSION,
      description: `The stream between the producers and the group ${INDEXER_GROUP}.`,
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(new Map<string, object>(FLOW_TOPICS.flatMap(channelsOf))),
    operations: Object.fromEntries(
      FLOW_TOPICS.map((topic) => [
        `index-${topic}`,
        { action: 'receive', channel: { $ref: `#/channels/${topic}` } },
      ]),
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
