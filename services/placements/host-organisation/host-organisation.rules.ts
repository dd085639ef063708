import { holds, type Viewer } from '../../shared/access/access.rules.ts';
import type { TransitionTable } from '../../shared/state-machine.rules.ts';
import { PLACERS } from '../application/application.rules.ts';

/** Where a host organisation is in its accreditation; it may receive volunteers while accredited. */
export enum HostAccreditationStatus {
  PROSPECT = 'PROSPECT',
  UNDER_REVIEW = 'UNDER_REVIEW',
  ACCREDITED = 'ACCREDITED',
  SUSPENDED = 'SUSPENDED',
  EXPIRED = 'EXPIRED',
  WITHDRAWN = 'WITHDRAWN',
}

/** Who takes a step: those who run placements, or the clock. */
export type HostActor = 'placement-officer' | 'portal';

const { PROSPECT, UNDER_REVIEW, ACCREDITED, SUSPENDED, EXPIRED, WITHDRAWN } = HostAccreditationStatus;

/** The way of a host organisation into its accreditation, and out of it. Withdrawn is final. */
export const hostTransitions: TransitionTable<HostAccreditationStatus, HostActor> = [
  { from: PROSPECT, to: UNDER_REVIEW, by: ['placement-officer'] },
  { from: UNDER_REVIEW, to: ACCREDITED, by: ['placement-officer'] },
  // A renewal before the last day.
  { from: ACCREDITED, to: ACCREDITED, by: ['placement-officer'] },
  { from: ACCREDITED, to: SUSPENDED, by: ['placement-officer'] },
  { from: SUSPENDED, to: ACCREDITED, by: ['placement-officer'] },
  { from: ACCREDITED, to: EXPIRED, by: ['portal'] },
  { from: EXPIRED, to: ACCREDITED, by: ['placement-officer'] },
  ...[PROSPECT, UNDER_REVIEW, ACCREDITED, SUSPENDED, EXPIRED].map((from) => ({
    from,
    to: WITHDRAWN,
    by: ['placement-officer'] as const,
  })),
];

/** A host's accreditation as it is written down. Days are those at the host, both included. */
export interface Accreditation {
  readonly accreditationStatus: HostAccreditationStatus;
  /** Null where the first day is not known. */
  readonly accreditedFrom?: string | null;
  readonly accreditationValidUntil?: string | null;
}

/** Where a host really is on a day there: an accreditation has expired after its last day, whether noted yet or not. */
export function statusOn(
  { accreditationStatus, accreditationValidUntil }: Accreditation,
  today: string,
): HostAccreditationStatus {
  const isOver = accreditationValidUntil != null && accreditationValidUntil < today;
  return accreditationStatus === ACCREDITED && isOver ? EXPIRED : accreditationStatus;
}

/** Whether a host is accredited today, and from the first to the last of these days, as things stand. */
export function isAccredited(
  host: Accreditation,
  { from, until }: { readonly from: string; readonly until: string },
  today: string,
): boolean {
  const { accreditedFrom, accreditationValidUntil } = host;
  if (statusOn(host, today) !== ACCREDITED || accreditationValidUntil == null) return false;
  const first = from < today ? from : today;
  return (accreditedFrom == null || accreditedFrom <= first) && until <= accreditationValidUntil;
}

/** What a refusal says of a host's accreditation. */
export interface AccreditationShort {
  readonly status: HostAccreditationStatus;
  readonly validUntil: string | null;
  readonly neededUntil: string;
}

/** Whose prospects and drafts somebody sees: everybody's, or those of these hosts. */
export interface HostSight {
  readonly all: boolean;
  readonly hostIds: readonly string[];
}

/** Those who run placements see what is not public of every host; a host's officers, that of their own. */
export function hostSightOf(viewer: Viewer): HostSight {
  return {
    all: holds(viewer, [...PLACERS, 'HOST_OFFICER'], { kind: 'ALL', id: null }),
    hostIds: viewer.grants.flatMap(({ role, scope }) =>
      role === 'HOST_OFFICER' && scope.kind === 'HOST_ORGANISATION' && scope.id !== null ? [scope.id] : [],
    ),
  };
}

/** Whether somebody sees what is not public of a host. */
export function seesHost({ all, hostIds }: HostSight, hostOrganisationId: string): boolean {
  return all || hostIds.includes(hostOrganisationId);
}
