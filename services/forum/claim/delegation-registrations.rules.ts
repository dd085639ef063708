import { holds, type Viewer } from '../../shared/access/access.rules.ts';

/** Whether somebody composes the delegation that a registration came with: they learn where it is, and nothing personal. */
export function bringsThem(viewer: Viewer, { delegation_id: id }: { readonly delegation_id: string | null }): boolean {
  return id !== null && composesDelegation(viewer, id);
}

export function composesDelegation(viewer: Viewer, delegationId: string): boolean {
  return holds(viewer, ['FOCAL_POINT', 'ADMINISTRATOR'], { kind: 'DELEGATION', id: delegationId });
}
