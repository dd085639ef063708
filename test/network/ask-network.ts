import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../services/shared/access/access.rules.ts';
import type { RunningService } from '../../services/shared/service.ts';

export const ADMINISTRATOR: Viewer = {
  personId: 'person_of_office',
  apiClientId: null,
  grants: [{ role: 'ADMINISTRATOR', scope: { kind: 'ALL', id: null } }],
};

/** Asks the network alone, as the gateway would for an administrator. */
export async function askNetwork(
  running: RunningService,
  query: string,
  variables: Record<string, unknown> = {},
  locale = 'en',
): Promise<{
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  data: any;
  errors: readonly { message: string; extensions?: Record<string, unknown> }[];
}> {
  const scope = { viewer: ADMINISTRATOR, locale, correlationId: randomUUID(), deadlineAt: Date.now() + 10_000 };
  const { data, errors = [] } = await running.execute({ query, variables, scope });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors };
}

/** The audit entries of a command, the oldest first. */
export function auditOf(running: RunningService, command: string): Promise<unknown[]> {
  return running.database.orm.em
    .fork()
    .execute('select actor_id, subject_id, changes, reason from audit_entry where command = ? order by at, id', [
      command,
    ]);
}
