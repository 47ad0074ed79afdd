/** The arrows between the rooms, as docs/architecture.md draws them: whatever is not allowed here is forbidden. */

/** Room → the rooms (path patterns) that it may import besides itself. */
const ROOMS = {
  domain: [],
  source: ['domain'],
  producer: ['domain', 'stream/stream\\.ts'],
  threads: ['domain'],
  stream: ['domain', 'threads'],
  consumer: ['domain', 'stream/stream\\.ts', 'store/store\\.ts', 'spark'],
  store: ['domain', 'threads'],
  spark: [],
  model: ['domain', 'threads', 'spark'],
  recommender: ['domain', 'stream/stream\\.ts', 'store/store\\.ts', 'model'],
  governance: ['domain', 'threads', 'stream/stream\\.ts', 'store/store\\.ts'],
  dashboard: ['domain', 'store/store\\.ts'],
  telemetry: ['domain'],
  config: ['domain'],
  api: [
    'domain',
    'source',
    'producer',
    'stream',
    'consumer',
    'store',
    'model',
    'recommender',
    'governance',
    'dashboard',
    'telemetry',
    'config',
  ],
  web: ['api/schemas'],
  client: ['api/schemas'],
};

/** Rooms that may use the kernel. */
const KERNEL_USERS = ['model'];

/** Tests, contract suites and their doubles may look across rooms. */
const TEST_FILES = '(\\.test\\.tsx?|\\.contract\\.ts)$';

const roomRules = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `src/${room} may import ${allowed.length === 0 ? 'no other room' : allowed.join(', ')}`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: TEST_FILES },
  to: { path: '^src/', pathNot: [`^src/${room}/`, ...allowed.map((to) => `^src/${to}`)] },
}));

export default {
  forbidden: [
    {
      name: 'kafka-client',
      comment: 'Only src/stream/kafka talks to the Kafka client: everybody else knows the port.',
      severity: 'error',
      from: { path: '^(src|kernel|scripts)/', pathNot: ['^src/stream/kafka/'] },
      to: { path: 'node_modules/@platformatic/kafka/' },
    },
    {
      name: 'elasticsearch-client',
      comment:
        'Only src/store/elasticsearch talks to the Elasticsearch client: everybody else knows the port.',
      severity: 'error',
      from: { path: '^(src|kernel|scripts)/', pathNot: ['^src/store/elasticsearch/'] },
      to: { path: 'node_modules/@elastic/elasticsearch/' },
    },
    ...roomRules,
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^kernel/', pathNot: TEST_FILES },
      to: { path: '^(src|test|bench|scripts)/' },
    },
    {
      name: 'kernel-users',
      severity: 'error',
      from: { path: '^src/', pathNot: [`^src/(${KERNEL_USERS.join('|')})/`, '^src/cli/', TEST_FILES] },
      to: { path: '^kernel/' },
    },
    {
      name: 'nothing-imports-the-edges',
      comment: 'Tests, benchmarks and scripts are used by nothing.',
      severity: 'error',
      from: { path: '^(src|kernel)/', pathNot: TEST_FILES },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'domain-libraries',
      comment: 'The domain knows the schema library and nothing else.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: TEST_FILES },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: ['node_modules/typebox/'] },
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      severity: 'error',
      from: { path: '^(src|kernel)/', pathNot: [TEST_FILES, '^src/web/', '^kernel/(build|assembly)'] },
      to: { dependencyTypes: ['npm-dev'], pathNot: ['node_modules/@types/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|dist|kernel/assembly)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
