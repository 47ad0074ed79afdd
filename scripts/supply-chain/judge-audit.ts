/** What `npm audit --json` says comes down to. */
import { Type } from 'typebox';
import { Check } from 'typebox/value';

const SERIOUS = ['high', 'critical'];

const Report = Type.Object({
  auditReportVersion: Type.Integer(),
  vulnerabilities: Type.Record(Type.String(), Type.Object({ severity: Type.String(), range: Type.String() })),
});
const Refusal = Type.Object({ message: Type.String() });

export interface AuditVerdict {
  /** Whether a serious vulnerability is known. */
  failed: boolean;
  /** In a line, for whoever reads the run. */
  says: string;
}

/** Not done is not passed: that is said, whatever the reason. */
export function judgeAudit(output: string): AuditVerdict {
  const answer = parse(output);
  if (!Check(Report, answer)) {
    const reason = Check(Refusal, answer) ? answer.message : 'npm gave no report';
    return { failed: false, says: `NOT DONE, this registry answers no audit (${reason})` };
  }
  const found = Object.entries(answer.vulnerabilities);
  const listed = found.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
  if (found.length === 0) return { failed: false, says: 'no vulnerability is known in what is shipped' };
  const serious = found.some(([, { severity }]) => SERIOUS.includes(severity));
  return { failed: serious, says: `known vulnerabilities: ${listed.join('; ')}` };
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
