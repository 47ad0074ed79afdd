/** The registry of models, with what serves written into the audit log. */
import type { AuditEvent } from '../../governance/audit/audit-log.ts';
import type { ModelRegistry } from '../../model/registry/registry.ts';

/** `eventOf` says how a change of the version that serves is to be written down. */
export function auditedRegistry(
  registry: ModelRegistry,
  append: (event: AuditEvent) => Promise<void>,
  eventOf: (version: string) => AuditEvent,
): ModelRegistry {
  return {
    ...registry,
    async activate(version) {
      const opened = await registry.activate(version);
      await append(eventOf(version));
      return opened;
    },
    async rollback() {
      const opened = await registry.rollback();
      await append(eventOf(opened.version));
      return opened;
    },
  };
}
