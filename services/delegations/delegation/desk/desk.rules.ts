import type { Viewer } from '../../../shared/access/access.rules.ts';
import { actorsOf, type DelegationActor, type DelegationStatus } from '../delegation.rules.ts';
import type { FocalPointStatus } from '../focal-point/focal-point.rules.ts';

/** A focal point as these rules see it. */
export interface NamedPerson {
  readonly person_id: string | null;
  readonly status: FocalPointStatus;
  readonly until: Date | null;
}

interface Whose {
  readonly id: string;
  readonly editionId: string;
  readonly status: DelegationStatus;
}

/** In which capacities a viewer acts for a delegation with these focal points; empty for strangers. */
export function actorsAmong(
  viewer: Viewer,
  delegation: Whose,
  focalPoints: readonly NamedPerson[],
): readonly DelegationActor[] {
  const { personId } = viewer;
  const named = focalPoints.find(
    ({ person_id, until }) => personId !== null && person_id === personId && until === null,
  );
  return actorsOf(viewer, delegation, named?.status ?? null);
}

/** Whether a viewer reads what is prepared for a delegation: who runs it, and who checks it. */
export function mayReadDesk(viewer: Viewer, delegation: Whose, focalPoints: readonly NamedPerson[]): boolean {
  return actorsAmong(viewer, delegation, focalPoints).length > 0;
}

/** Which way a delegation goes that does not come: before anybody was named, or afterwards. */
export type Leaving = DelegationStatus.DECLINED | DelegationStatus.WITHDRAWN;
