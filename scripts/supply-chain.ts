/**
 * `npm run supply-chain`: writes the bill of materials of what is shipped (CycloneDX) into `build/sbom.cdx.json`, and asks
 * the registry for known vulnerabilities in it. A serious one fails; a registry that answers no audits is named, and does not.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { judgeAudit } from './supply-chain/judge-audit.ts';

const ROOT = join(import.meta.dirname, '..');
const SBOM = join('build', 'sbom.cdx.json');
const Bill = Type.Object({
  bomFormat: Type.Literal('CycloneDX'),
  components: Type.Array(Type.Object({ name: Type.String(), version: Type.String() }), { minItems: 1 }),
});

/** What npm prints, whatever its exit code: an audit that finds something exits 1. */
function npm(...args: string[]): string {
  const { stdout, error } = spawnSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  if (error !== undefined) throw error;
  return stdout;
}

const text = npm('sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev');
const { components } = Parse(Bill, JSON.parse(text));
writeFileSync(join(ROOT, SBOM), text);
console.log(`sbom: ${components.length} packages are shipped: ${SBOM}`);

const { failed, says } = judgeAudit(npm('audit', '--omit=dev', '--json', '--fetch-retries=0'));
console.log(`audit: ${says}`);
process.exitCode = failed ? 1 : 0;
