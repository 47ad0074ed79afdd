/** The page of a report: one file, readable without a network and without a script. */
import type { Chart } from './charts.ts';
import type { Report } from './write-report.ts';

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem; text-align: right; border-bottom: 1px solid #ddd; }
th:first-child, td:first-child { text-align: left; }
figure { margin: 2rem 0; } svg { max-width: 100%; height: auto; }
pre { overflow-x: auto; background: #f5f5f5; padding: .5rem; }`;

export function reportPage({ subject, table, models }: Report, charts: readonly Chart[]): string {
  const [heading = [], ...rows] = table;
  const parameters = models.map(({ report }) => JSON.stringify(report.params)).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Matinee: models compared</title>
<style>${STYLE}
</style>
<h1>Models compared</h1>
<p>${escaped(subject)}</p>
<table>
<thead>${rowOf('th', heading)}</thead>
<tbody>
${rows.map((row) => rowOf('td', row)).join('\n')}
</tbody>
</table>
${charts.map(({ title, svg }) => `<figure role="img" aria-label="${escaped(title)}">${svg}</figure>`).join('\n')}
<h2>Parameters</h2>
<pre>${escaped(parameters)}</pre>
</html>
`;
}

function rowOf(cell: 'th' | 'td', texts: readonly string[]): string {
  return `<tr>${texts.map((text) => `<${cell}>${escaped(text)}</${cell}>`).join('')}</tr>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
