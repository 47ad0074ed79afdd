/**
 * Every setting of Matinee, with its default and what it is for. `matinee.config.json` follows this schema; a
 * `MATINEE_*` variable overrides each key (`source.limits.perMinute` is `MATINEE_SOURCE_LIMITS_PER_MINUTE`), and a
 * flag of the command line overrides both.
 */
import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false };

const port = (description: string, fallback: number) =>
  Type.Integer({ minimum: 0, maximum: 65_535, default: fallback, description });

const count = (description: string, fallback: number, maximum: number) =>
  Type.Integer({ minimum: 1, maximum, default: fallback, description });

const path = (description: string) =>
  Type.Union([Type.String({ minLength: 1 }), Type.Null()], { default: null, description });

const Source = Type.Object(
  {
    port: port('Port of the source API; 0 takes a free one.', 8081),
    limits: Type.Object(
      {
        perMinute: count('Requests a caller may make in a minute.', 70, 1_000_000_000),
        perHour: count('Requests a caller may make in an hour.', 4_167, 1_000_000_000),
        perDay: count('Requests a caller may make in a day.', 100_000, 1_000_000_000),
      },
      { ...closed, default: {} },
    ),
  },
  { ...closed, default: {} },
);

const Producer = Type.Object(
  {
    sourceUrl: Type.String({
      minLength: 1,
      default: 'http://127.0.0.1:8081',
      description: 'The source API that `produce` reads.',
    }),
    perPage: count('Ratings asked for in one page.', 1_000, 1_000),
    pagesInFlight: count('Pages asked for at once.', 4, 64),
  },
  { ...closed, default: {} },
);

const text = (description: string) =>
  Type.Union([Type.String({ minLength: 1 }), Type.Null()], { default: null, description });

const Kafka = Type.Object(
  {
    brokers: Type.String({
      pattern: '^[^,:\\s]+:\\d+(,[^,:\\s]+:\\d+)*$',
      default: '127.0.0.1:9092',
      description: 'Some brokers of the cluster: `host:port`, joined by commas.',
    }),
    replicationFactor: count('On how many brokers a new topic is kept.', 1, 10),
    compression: Type.Enum(['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const, {
      default: 'lz4',
      description: 'How batches are compressed.',
    }),
    tls: Type.Boolean({ default: false, description: 'Whether the brokers are talked to over TLS.' }),
    caFile: path('Certificates (PEM) to trust; null trusts those of the system.'),
    certFile: path('Certificate (PEM) of this client, where the brokers ask for one.'),
    keyFile: path('Key (PEM) of that certificate.'),
    sasl: Type.Enum(['none', 'PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const, {
      default: 'none',
      description: 'How this client says who it is.',
    }),
    username: text('Name of this client, for SASL.'),
    password: text('Its password: better in the variable than in a file.'),
  },
  { ...closed, default: {} },
);

const Stream = Type.Object(
  {
    kind: Type.Enum(['embedded', 'kafka'] as const, {
      default: 'embedded',
      description: 'Where topics are kept: `embedded` is a durable log in the home, `kafka` a cluster.',
    }),
    partitions: count('Partitions a topic is created with.', 3, 1_000),
    kafka: Kafka,
  },
  { ...closed, default: {} },
);

const Elasticsearch = Type.Object(
  {
    nodes: Type.String({
      pattern: '^https?://[^,\\s]+(,https?://[^,\\s]+)*$',
      default: 'http://127.0.0.1:9200',
      description: 'URLs of some nodes of the cluster, joined by commas; not looked at with a cloud id.',
    }),
    cloudId: text('Id of a deployment in Elastic Cloud.'),
    apiKey: text('The API key (base64) of this client: better in the variable than in a file.'),
    caFile: path('Certificates (PEM) to trust; null trusts those of the system.'),
    indexPrefix: Type.String({
      pattern: '^[a-z0-9][a-z0-9_-]*$|^$',
      default: '',
      description: 'What the names of the indices begin with, so that several homes may share a cluster.',
    }),
  },
  { ...closed, default: {} },
);

const Store = Type.Object(
  {
    kind: Type.Enum(['embedded', 'elasticsearch'] as const, {
      default: 'embedded',
      description: 'Where the index is kept: `embedded` is SQLite in the home, `elasticsearch` a cluster.',
    }),
    elasticsearch: Elasticsearch,
  },
  { ...closed, default: {} },
);

export const CONSUMER_RUNNERS = ['embedded', 'spark'] as const;

const Consumer = Type.Object(
  {
    batchSize: count('Records read, indexed and committed at once.', 1_000, 10_000),
    runner: Type.Enum(CONSUMER_RUNNERS, {
      default: 'embedded',
      description:
        'What `consume` cleans with: `embedded` is this process, `spark` a streaming query at `trainer.spark.remote`, on Kafka.',
    }),
  },
  { ...closed, default: {} },
);

export const TRAINER_KINDS = ['embedded', 'spark'] as const;

const Spark = Type.Object(
  {
    remote: Type.String({
      minLength: 1,
      default: 'sc://127.0.0.1:15002',
      description: 'The Spark Connect server: `sc://host:port/;use_ssl=true;token=…`.',
    }),
    dataDir: path(
      'Folder that this machine and Spark both read, for the ratings of a training; null is `spark` in the home.',
    ),
  },
  { ...closed, default: {} },
);

const kindWeight = (description: string, fallback: number) =>
  Type.Number({ minimum: 0, maximum: 10, default: fallback, description });

const Feedback = Type.Object(
  {
    like: kindWeight('What a like counts for the ranking, beside 1 for a rating at the mean.', 1),
    watchlist: kindWeight('What a film on the watchlist counts.', 0.5),
    click: kindWeight('What a film clicked on in a list counts, however often.', 0.1),
    view: kindWeight('What a film whose page was looked at counts, however often.', 0.1),
    dislike: kindWeight('What a dislike counts, against the film.', 1),
    hide: kindWeight('What a film asked not to be shown counts, against it.', 0.3),
  },
  { ...closed, default: {} },
);

const Trainer = Type.Object(
  {
    kind: Type.Enum(TRAINER_KINDS, {
      default: 'embedded',
      description:
        'What `train` fits predicted ratings with: `embedded` is a thread of this process, `spark` MLlib on a cluster.',
    }),
    spark: Spark,
    feedback: Feedback,
    seed: Type.Integer({
      minimum: 0,
      maximum: 4_294_967_295,
      default: 42,
      description: 'The seed of splits and initial factors.',
    }),
    checkpointSeconds: Type.Integer({
      minimum: 0,
      maximum: 86_400,
      default: 5,
      description:
        'How often `train` takes down at most how far it is, in seconds, to go on from after an interruption; 0 does so after every iteration.',
    }),
    improve: Type.Boolean({
      default: true,
      description: 'Whether `start` searches for better models and parameters once a first one serves.',
    }),
    improveSeconds: count('How long that search takes at most, in seconds.', 30, 86_400),
  },
  { ...closed, default: {} },
);

const Api = Type.Object(
  {
    host: Type.String({ minLength: 1, default: '127.0.0.1', description: 'Address the servers listen on.' }),
    port: port('Port of the API and the page; 0 takes a free one.', 8080),
    peopleMemoryMb: count(
      'Memory for people and what was computed for them, in MB; those asked about least lately make room for others.',
      1_024,
      1_000_000,
    ),
    readAhead: Type.Boolean({
      default: true,
      description:
        'Whether people are read into that memory before they ask, while there is room and little else to do.',
    }),
  },
  { ...closed, default: {} },
);

const url = (description: string) =>
  Type.Union([Type.String({ pattern: '^https?://[^\\s]+$' }), Type.Null()], { default: null, description });

const Tokens = Type.Object(
  {
    issuer: text(
      'Who signs the tokens (JWT) that programs come in with: their claim `iss`; null takes none.',
    ),
    audience: text('Whom those tokens are for: their claim `aud`. Needed with an issuer.'),
    jwksUrl: url('Where the issuer publishes its keys (JWKS). Needed with an issuer.'),
  },
  { ...closed, default: {} },
);

const Oidc = Type.Object(
  {
    issuer: url(
      'The system that people sign in through (OpenID Connect); null is none. Needs access.publicUrl.',
    ),
    clientId: text('What that system knows Matinee as. Needed with an issuer.'),
    clientSecret: text('Its secret there, where it has one: better in the variable than in a file.'),
    scope: Type.String({
      pattern: '(^| )openid( |$)',
      default: 'openid profile',
      description: 'What is asked of it, joined by spaces; `openid` is needed.',
    }),
  },
  { ...closed, default: {} },
);

const Claims = Type.Object(
  {
    userId: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      default: 'sub',
      description:
        'The claim of tokens and sign-ins that holds the userId of the person; null where they stand for nobody.',
    }),
    roles: Type.String({
      minLength: 1,
      default: 'roles',
      description: 'The claim that holds their roles; dots lead into it, as in `realm_access.roles`.',
    }),
  },
  { ...closed, default: {} },
);

const Access = Type.Object(
  {
    required: Type.Boolean({
      default: false,
      description:
        'Whether everybody is asked who they are. Without it anybody may act as anybody, and only this machine is listened to.',
    }),
    publicUrl: Type.Union([Type.String({ pattern: '^https?://[^/\\s]+$' }), Type.Null()], {
      default: null,
      description:
        'Where browsers find the page, e.g. `https://films.example`; requests that name another host are refused then.',
    }),
    sessionHours: count('How long somebody who signed in on the page stays so, in hours.', 12, 720),
    oidc: Oidc,
    tokens: Tokens,
    claims: Claims,
  },
  { ...closed, default: {} },
);

const weight = (description: string, minimum: number) =>
  Type.Number({ minimum, maximum: 1, default: 0, description });

const Experiment = Type.Object(
  {
    name: Type.Union([Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,23}$' }), Type.Null()], {
      default: null,
      description:
        'The experiment that runs: some people are shown films that are chosen another way, and what all of them open is compared. Null is none; another name deals people anew.',
    }),
    share: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.5,
      description: 'To what share of people the variant is dealt.',
    }),
    ranking: Type.Enum(['model', 'popular'] as const, {
      default: 'model',
      description: 'What the variant ranks by: the model, or popularity, as for somebody unknown.',
    }),
    diversity: weight('How unlike each other the films of the variant are made, from 0 to 1.', 0),
    popularity: weight(
      'Whether the variant prefers the well-known (up to 1) or the little known (down to -1).',
      -1,
    ),
    novelty: weight('How much the variant prefers genres that the person has rated little, from 0 to 1.', 0),
    era: Type.Union([Type.Integer({ minimum: 1870, maximum: 2200 }), Type.Null()], {
      default: null,
      description: 'The year that films of the variant should be near to; null is none.',
    }),
  },
  { ...closed, default: {} },
);

const Retention = Type.Object(
  {
    impressionDays: count('Days that the index keeps what was shown to people (impressions).', 90, 36_500),
    traceDays: count('Days that it keeps what people looked at (views and clicks).', 395, 36_500),
    everyHours: Type.Integer({
      minimum: 0,
      maximum: 8_760,
      default: 24,
      description:
        'How often `start` and `serve` drop what is older, of the stream and the index, in hours; 0 leaves it to `retention run`.',
    }),
  },
  { ...closed, default: {} },
);

const Governance = Type.Object(
  {
    key: path('File of the master key of pseudonyms; null is `keys/master.key` in the home.'),
    encryption: Type.Boolean({
      default: true,
      description:
        'Whether the stream holds each record of a person encrypted under a key of their own. Settled when a home is made.',
    }),
    retention: Retention,
  },
  { ...closed, default: {} },
);

const Log = Type.Object(
  {
    level: Type.Enum(['debug', 'info', 'warn', 'error', 'silent'] as const, {
      default: 'warn',
      description: 'The least severe log line written to stderr.',
    }),
  },
  { ...closed, default: {} },
);

export const ConfigSchema = Type.Object(
  {
    data: path('Folder of a MovieLens data set; null is the simulated sample that ships.'),
    home: path('Folder of all state; null is `.matinee/<data set>`.'),
    api: Api,
    access: Access,
    source: Source,
    producer: Producer,
    stream: Stream,
    store: Store,
    consumer: Consumer,
    trainer: Trainer,
    experiment: Experiment,
    governance: Governance,
    log: Log,
  },
  closed,
);

export type Config = Static<typeof ConfigSchema>;
