import type { Role, Scope, ScopeKind } from '../../shared/access/access.rules.ts';

/** What kind of thing each role is held over, and whether it may also be held over everything. */
const REACH: Readonly<Record<Role, { readonly kind: ScopeKind; readonly orAll: boolean }>> = {
  FOCAL_POINT: { kind: 'DELEGATION', orAll: false },
  ACCREDITATION_OFFICER: { kind: 'EDITION', orAll: true },
  REGISTRATION_DESK: { kind: 'EDITION', orAll: true },
  HOST_OFFICER: { kind: 'HOST_ORGANISATION', orAll: false },
  PARTNER: { kind: 'COUNTRY', orAll: false },
  PLACEMENT_OFFICER: { kind: 'ALL', orAll: true },
  ADMINISTRATOR: { kind: 'ALL', orAll: true },
};

const COUNTRY_CODE = /^[A-Z]{2}$/;

/** Kinds of ID by which things are known, by the scope they make. */
const ID_KINDS: Readonly<Partial<Record<ScopeKind, string>>> = {
  EDITION: 'forum_edition',
  DELEGATION: 'delegation',
  HOST_ORGANISATION: 'host_organisation',
};

export type ScopeProblem = { readonly problem: 'wrong-scope'; readonly expected: ScopeKind };

/**
 * The scope of a grant, from the thing it names.
 *
 * `idKind` is the kind that the ID was made with, null where it is no ID; a country is named by its code. Whether there
 * is such a thing is known to the service that owns it.
 */
export function scopeOf(role: Role, scopeId: string | null, idKind: string | null): Scope | ScopeProblem {
  const { kind, orAll } = REACH[role];
  if (scopeId === null) return orAll ? { kind: 'ALL', id: null } : { problem: 'wrong-scope', expected: kind };
  const fits = kind === 'COUNTRY' ? COUNTRY_CODE.test(scopeId) : kind !== 'ALL' && idKind === ID_KINDS[kind];
  return fits ? { kind, id: scopeId } : { problem: 'wrong-scope', expected: kind };
}

/** Whether a grant may run until an instant; null is for as long as nobody revokes it. */
export function mayRunUntil(until: Date | null, now: Date): boolean {
  return until === null || until > now;
}
