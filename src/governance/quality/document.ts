/** `docs/quality.md`, written from the rules: `npm run docs` writes it, a test compares. */
import { RULES } from './rules.ts';

export function qualityPage(): string {
  const rows = RULES.map(
    ({ id, dimension, text, tolerance }) =>
      `| \`${id}\` | ${dimension} | ${text.en} | ${text.fr} | ${Number((tolerance * 100).toFixed(2))} % |`,
  );
  return `# Quality of the data

Written from \`src/governance/quality/rules.ts\` by \`npm run docs\`.

\`\`\`sh
npm run --silent matinee -- quality report
\`\`\`

measures every rule over the whole index and ends with 1 where more fails than may; \`--json\`, and
\`GET /api/admin/quality\` for stewards and operators, give the same with counts and examples. No person is in it. What the
cleaning turns away never comes into the index: it is kept as dead letters (\`dead list\`), and \`record-accepted\` counts it; rows of a
data set that cannot be read are kept with their line numbers in the home (\`rejected/\`).

Dimensions are those of ISO/IEC 25012.

| rule | dimension | says | dit | may fail |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
