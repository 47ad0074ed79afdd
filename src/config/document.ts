/** docs/configuration.md, from the schema, so that it cannot drift (`npm run docs` writes it, a test compares). */
import { SETTINGS } from './leaves.ts';

/** The page that lists every setting with its variable, default and meaning. */
export function configurationPage(): string {
  const rows = SETTINGS.map(
    ({ path, variable, fallback, description }) =>
      `| \`${path.join('.')}\` | \`${variable}\` | \`${JSON.stringify(fallback)}\` | ${description} |`,
  );
  return `# Configuration

Settings are read from \`matinee.config.json\` (or the file of \`--config\`), overridden by \`MATINEE_*\` variables, and
those by the flags of a command. An unknown key or variable is refused, with the one that was probably meant. In the
file a key's dots are nesting: \`{"source": {"limits": {"perMinute": 70}}}\`.

| key | variable | default | what it is for |
|---|---|---|---|
${rows.join('\n')}

This page is written from the schema by \`npm run docs\`.
`;
}
