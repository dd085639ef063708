/** What people may be entrusted with, beside what everyone may do with their own. */
export const ROLES = [
  'FOCAL_POINT',
  'ACCREDITATION_OFFICER',
  'REGISTRATION_DESK',
  'HOST_OFFICER',
  'PARTNER',
  'PLACEMENT_OFFICER',
  'ADMINISTRATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** What a grant reaches: one thing of a kind, or everything. */
export const SCOPE_KINDS = ['ALL', 'EDITION', 'DELEGATION', 'HOST_ORGANISATION', 'COUNTRY'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export interface Scope {
  readonly kind: ScopeKind;
  /** ID of the thing, or a country's code; null for `ALL`. */
  readonly id: string | null;
}

/** A role somebody holds over a scope. Only grants in force travel with a viewer. */
export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
}

/** Who is asking: a person, a partner's system, or nobody in particular. */
export interface Viewer {
  /** Null for whoever is not signed in, and for a system. */
  readonly personId: string | null;
  /** The system of a partner country, by its API key; null for people. */
  readonly apiClientId: string | null;
  readonly grants: readonly Grant[];
}

export const ANONYMOUS: Viewer = { personId: null, apiClientId: null, grants: [] };

/** A signed-in person without any role. */
export function participant(personId: string): Viewer {
  return { personId, apiClientId: null, grants: [] };
}

/** The ID of the person behind an operation that only people may use. Throws where its rule let something else in. */
export function personOf({ personId }: Viewer): string {
  if (personId === null) throw new Error('this operation is for people; its rule must say so');
  return personId;
}

export type Verdict = 'allowed' | 'unauthenticated' | 'forbidden';

/** Who may use an operation. `Call` is what the operation is called with: its arguments and the object it belongs to. */
export interface AccessRule<Call = never> {
  /** Ends the sentence "For …": `anyone`, `the signed-in person`. */
  readonly sentence: string;
  readonly decide: (viewer: Viewer, call: Call) => Verdict;
}

export const anyone: AccessRule<unknown> = { sentence: 'anyone', decide: () => 'allowed' };

export const signedIn: AccessRule<unknown> = {
  sentence: 'whoever is signed in',
  decide: ({ personId }) => (personId === null ? 'unauthenticated' : 'allowed'),
};

/** Holders of a role over everything, such as administrators. */
export function holders(...roles: readonly Role[]): AccessRule<unknown> {
  return {
    sentence: `holders of ${namesOf(roles)}`,
    decide: (viewer) => verdict(viewer, holds(viewer, roles, { kind: 'ALL', id: null })),
  };
}

/** Holders of a role over the thing that is asked for, or over everything. */
export function holdersOver<Call>(
  kind: ScopeKind,
  idOf: (call: Call) => string | null | undefined,
  ...roles: readonly Role[]
): AccessRule<Call> {
  return {
    sentence: `holders of ${namesOf(roles)} over this ${kind.toLowerCase().replaceAll('_', ' ')}`,
    decide: (viewer, call) => verdict(viewer, holds(viewer, roles, { kind, id: idOf(call) ?? null })),
  };
}

/** The person whom the object or argument is about. */
export function theirOwn<Call>(personIdOf: (call: Call) => string | null | undefined): AccessRule<Call> {
  return {
    sentence: 'the person alone',
    decide: (viewer, call) => {
      const personId = personIdOf(call);
      return verdict(viewer, personId != null && viewer.personId === personId);
    },
  };
}

/** Whoever one of the rules lets in. */
export function either<Call>(...rules: readonly AccessRule<Call>[]): AccessRule<Call> {
  return {
    sentence: rules.map(({ sentence }) => sentence).join(', or '),
    decide: (viewer, call) => {
      const verdicts = rules.map((rule) => rule.decide(viewer, call));
      if (verdicts.includes('allowed')) return 'allowed';
      return verdicts.includes('unauthenticated') ? 'unauthenticated' : 'forbidden';
    },
  };
}

/** Whether a viewer holds one of the roles over a scope. A grant over everything reaches each thing. */
export function holds({ grants }: Viewer, roles: readonly Role[], over: Scope): boolean {
  return grants.some(
    ({ role, scope }) =>
      roles.includes(role) &&
      (scope.kind === 'ALL' || (scope.kind === over.kind && scope.id !== null && scope.id === over.id)),
  );
}

function verdict({ personId, apiClientId }: Viewer, may: boolean): Verdict {
  if (may) return 'allowed';
  return personId === null && apiClientId === null ? 'unauthenticated' : 'forbidden';
}

function namesOf(roles: readonly Role[]): string {
  return roles.join(' or ');
}
