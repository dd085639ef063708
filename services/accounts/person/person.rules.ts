import { type AccessRule, holds, type Role, type Viewer } from '../../shared/access/access.rules.ts';

/** Whose work needs to know people by name. */
const KNOW_NAMES: readonly Role[] = [
  'ADMINISTRATOR',
  'PLACEMENT_OFFICER',
  'ACCREDITATION_OFFICER',
  'REGISTRATION_DESK',
];

/** What decides who may read a person's name. */
export interface NameAudience {
  readonly isOwn: boolean;
  /** Whether the person holds a public function, such as head of delegation. */
  readonly hasPublicFunction: boolean;
  /** Whether the viewer's work needs to know people by name. */
  readonly needsNames: boolean;
  /** Whether the viewer receives or received the person as a volunteer. */
  readonly isAcquainted: boolean;
}

/** A name is the person's own; others read it where the person holds a public function, or where their work needs it. */
export function mayReadName({ isOwn, hasPublicFunction, needsNames }: Omit<NameAudience, 'isAcquainted'>): boolean {
  return isOwn || hasPublicFunction || needsNames;
}

/** How somebody is called is read by those, too, who receive them as a volunteer; the name in the passport is not. */
export function mayReadDisplayName({ isAcquainted, ...audience }: NameAudience): boolean {
  return isAcquainted || mayReadName(audience);
}

/** A host and a country that receive a volunteer, and until when they have to know who it is. */
export interface Acquaintance {
  readonly countryCode: string;
  readonly hostOrganisationId: string;
  /** RFC 3339. */
  readonly until: string;
}

/** Whether a viewer speaks for a country, or for a host, that has to know the volunteer at present. */
export function isAcquainted(viewer: Viewer, acquaintances: readonly Acquaintance[], now: Date): boolean {
  return acquaintances.some(
    ({ countryCode, hostOrganisationId, until }) =>
      new Date(until) > now &&
      (holds(viewer, ['PARTNER'], { kind: 'COUNTRY', id: countryCode }) ||
        holds(viewer, ['HOST_OFFICER'], { kind: 'HOST_ORGANISATION', id: hostOrganisationId })),
  );
}

/**
 * Whether a viewer's work needs to know people by name.
 *
 * A grant over one edition suffices: which people belong to it is known elsewhere.
 */
export function needsNames({ grants }: Viewer): boolean {
  return grants.some(({ role }) => KNOW_NAMES.includes(role));
}

export const whoeverNeedsNames: AccessRule<unknown> = {
  sentence: `holders of ${KNOW_NAMES.join(' or ')}, over one edition or all`,
  decide: (viewer) => {
    if (needsNames(viewer)) return 'allowed';
    return viewer.personId === null && viewer.apiClientId === null ? 'unauthenticated' : 'forbidden';
  },
};
