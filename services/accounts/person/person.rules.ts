import type { AccessRule, Role, Viewer } from '../../shared/access/access.rules.ts';

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
}

/** A name is the person's own; others read it where the person holds a public function, or where their work needs it. */
export function mayReadName({ isOwn, hasPublicFunction, needsNames }: NameAudience): boolean {
  return isOwn || hasPublicFunction || needsNames;
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
