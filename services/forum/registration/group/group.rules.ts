import type { Viewer } from '../../../shared/access/access.rules.ts';
import { runsEdition } from '../../organisers/organisers.rules.ts';

/** Whose a group is. */
export interface GroupOwnership {
  readonly edition_id: string;
  readonly contact_person_id: string;
}

/** Whether somebody answers for a group, or runs its edition: they see who is in it. */
export function knowsMembers(viewer: Viewer, group: GroupOwnership): boolean {
  return viewer.personId === group.contact_person_id || runsEdition(viewer, group.edition_id);
}

/** A group is shown to whoever knows its members, and to each of them; nobody else learns of it. */
export function maySeeGroup(viewer: Viewer, group: GroupOwnership & { readonly has_viewer: boolean }): boolean {
  return group.has_viewer || knowsMembers(viewer, group);
}
