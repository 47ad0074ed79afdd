import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { SETTINGS } from './leaves.ts';
import { loadConfig } from './load.ts';

const folder = mkdtempSync(join(tmpdir(), 'matinee-config-'));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileWith(text: string): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, text);
  return path;
}

const usage = (message: RegExp) => ({ code: 'USAGE', message });

describe('configuration', () => {
  it('has a default and a description for every setting', () => {
    const config = loadConfig({ file: fileWith('{}'), environment: {} });
    assert.equal(config.api.port, 8080);
    assert.equal(config.source.limits.perHour, 4_167);
    assert.ok(SETTINGS.length > 15);
    for (const setting of SETTINGS) assert.ok(setting.description.length > 10, setting.path.join('.'));
  });

  it('lets the environment override the file, and a flag override both', () => {
    const file = fileWith('{"api":{"port":1000,"host":"::1"},"source":{"port":2000}}');
    const environment = { MATINEE_API_PORT: '3000', MATINEE_SOURCE_LIMITS_PER_MINUTE: '5' };
    const config = loadConfig({ file, environment, flags: { 'api.port': 4000, 'source.port': undefined } });
    assert.equal(config.api.port, 4000);
    assert.equal(config.api.host, '::1');
    assert.equal(config.source.port, 2000);
    assert.equal(config.source.limits.perMinute, 5);
  });

  it('refuses an unknown key, saying which was meant', () => {
    assert.throws(
      () => loadConfig({ file: fileWith('{"source":{"limits":{"perMinuet":5}}}'), environment: {} }),
      usage(/unknown key "source.limits.perMinuet" \(did you mean "perMinute"\?\)/),
    );
  });

  it('refuses an unknown variable, saying which was meant', () => {
    assert.throws(
      () => loadConfig({ file: fileWith('{}'), environment: { MATINEE_API_PROT: '1' } }),
      usage(/unknown variable MATINEE_API_PROT \(did you mean "MATINEE_API_PORT"\?\)/),
    );
  });

  it('refuses a value out of range or of the wrong type, naming the setting', () => {
    for (const value of ['70000', '-1', 'many', '1.5']) {
      assert.throws(
        () => loadConfig({ file: fileWith('{}'), environment: { MATINEE_API_PORT: value } }),
        usage(/setting api\.port /),
      );
    }
    assert.throws(() => loadConfig({ file: fileWith('{"api":[]}'), environment: {} }), usage(/setting api /));
  });

  it('names the values that a setting may have', () => {
    assert.throws(
      () => loadConfig({ file: fileWith('{"log":{"level":"loud"}}'), environment: {} }),
      usage(/setting log\.level must be one of .*warn/),
    );
  });

  it('refuses a file that is missing, not JSON or not an object', () => {
    const missing = join(folder, 'none.json');
    assert.throws(() => loadConfig({ file: missing, environment: {} }), usage(/cannot read .*none\.json/));
    assert.throws(() => loadConfig({ file: fileWith('{'), environment: {} }), usage(/is not JSON/));
    assert.throws(() => loadConfig({ file: fileWith('[]'), environment: {} }), usage(/JSON object/));
  });

  it('keeps a hostile key from reaching the prototype', () => {
    assert.throws(
      () => loadConfig({ file: fileWith('{"__proto__":{"polluted":1}}'), environment: {} }),
      usage(/unknown key "__proto__"/),
    );
  });
});
