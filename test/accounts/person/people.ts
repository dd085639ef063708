import { randomUUID } from 'node:crypto';
import type { Role, ScopeKind, Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { foldedKey, type Names } from '../../../services/shared/names/fold.rules.ts';
import type { RunningService } from '../../../services/shared/service.ts';

/** A person without anything but a name, made straight in the database. */
export async function givenPerson(running: RunningService, names: Partial<Names> = {}): Promise<string> {
  const { display = 'Tester', native = null, latin = null } = names;
  const id = newId('person');
  await running.database.orm.em.fork().execute(
    `insert into person (id, display_name, native_name, latin_name, folded_name, created_at)
     values (?, ?, ?::jsonb, ?::jsonb, ?, now())`,
    [
      id,
      display,
      native && JSON.stringify(native),
      latin && JSON.stringify(latin),
      foldedKey({ display, native, latin }),
    ],
  );
  return id;
}

/** Somebody who is signed in, with a role or with none. */
export function viewerOf(personId: string | null, role?: Role, kind: ScopeKind = 'ALL'): Viewer {
  const grants = role ? [{ role, scope: { kind, id: kind === 'ALL' ? null : 'one' } }] : [];
  return { personId, apiClientId: null, grants };
}

/** Asks accounts alone, as the gateway would. */
export async function askAccounts(
  running: RunningService,
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown> = {},
  locale = 'en',
): Promise<{
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  data: any;
  codes: (readonly [string, unknown])[];
}> {
  const scope = { viewer, locale, correlationId: randomUUID(), deadlineAt: Date.now() + 10_000 };
  const { data, errors = [] } = await running.execute({ query, variables, scope });
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    codes: errors.map(({ path, extensions }) => [String(path?.at(-1)), extensions?.code] as const),
  };
}
