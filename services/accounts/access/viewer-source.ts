import { participant, type Role, type ScopeKind, type Viewer } from '../../shared/access/access.rules.ts';
import type { ViewerSource } from '../../shared/access/viewer-source.ts';
import type { Clock } from '../../shared/clock.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import { looksLikeKey } from '../api-client/api-key.rules.ts';
import { hashOfKey } from '../api-client/api-key.ts';

interface GrantRow {
  readonly role: Role;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string | null;
}

const GRANTS_IN_FORCE = statement(
  'grants_in_force',
  `select role, scope_kind, scope_id from role_grant
   where person_id = $1 and revoked_at is null and since <= $2 and (until is null or until > $2)
   order by since, id`,
);
const CLIENT_IN_FORCE = statement(
  'client_in_force',
  `select id, country_code from api_client
   where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
);

/** Looks viewers up: `personOf` says whose a token is, the grants are read here. */
export function viewerSource(
  read: Reader,
  personOf: (token: string) => Promise<string | null>,
  now: Clock,
): ViewerSource {
  return {
    async viewerOf(credential) {
      if (credential.kind === 'api-key') return systemOf(read, credential.key, now());
      const personId = await personOf(credential.token);
      if (personId === null) return null;
      const rows = await read.rows<GrantRow>(GRANTS_IN_FORCE, [personId, now()]);
      const grants = rows.map(({ role, scope_kind: kind, scope_id: id }) => ({ role, scope: { kind, id } }));
      return { ...participant(personId), grants };
    },
  };
}

/** A partner's system: it speaks for its country, and for nothing else. */
async function systemOf(read: Reader, key: string, now: Date): Promise<Viewer | null> {
  if (!looksLikeKey(key)) return null;
  const [client] = await read.rows<{ id: string; country_code: string }>(CLIENT_IN_FORCE, [hashOfKey(key), now]);
  if (!client) return null;
  const scope = { kind: 'COUNTRY', id: client.country_code } as const;
  return { personId: null, apiClientId: client.id, grants: [{ role: 'PARTNER', scope }] };
}
