import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAudit } from './judge-audit.ts';

const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

test('a serious vulnerability fails, and is named', () => {
  const found = { fastify: { severity: 'high', range: '<5.9.0', via: [] } };
  assert.deepEqual(judgeAudit(report(found)), {
    failed: true,
    says: 'known vulnerabilities: fastify <5.9.0: high',
  });
});

test('a slight one is named, and none is said to be none', () => {
  const { failed, says } = judgeAudit(report({ tar: { severity: 'low', range: '*' } }));
  assert.ok(!failed && says.includes('tar *: low'));
  assert.match(judgeAudit(report({})).says, /^no vulnerability/);
});

test('a registry without audits does not fail the run, and nobody takes it for a pass', () => {
  const refused = JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '' } });
  for (const output of [refused, '', 'npm error', 'null']) {
    const { failed, says } = judgeAudit(output);
    assert.equal(failed, false);
    assert.match(says, /^NOT DONE/);
  }
  assert.match(judgeAudit(refused).says, /405/);
});
