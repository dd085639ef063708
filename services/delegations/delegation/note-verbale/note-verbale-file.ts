import type { FileSource } from '../../../shared/files/file.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { mayReadDesk } from '../desk/desk.rules.ts';
import type { FocalPointLoaders } from '../focal-point/focal-point.loaders.ts';
import { databaseStore, type NoteVerbaleLoaders } from './note-verbale.loaders.ts';
import { endingOf } from './note-verbale.rules.ts';

interface NoteVerbaleContext extends ServiceContext {
  readonly loaders: NoteVerbaleLoaders & FocalPointLoaders;
}

/** What the second part of the address of a note verbale is. */
export const NOTES_VERBALES = 'notes-verbales';

/** A note verbale, for those who run its delegation and those who check it; to others there is none. */
export const noteVerbaleFile: FileSource<NoteVerbaleContext> = async ({ viewer, loaders, read }, { id }) => {
  if (viewer.personId === null) return 'unauthenticated';
  const row = await loaders.noteVerbaleById.load(id);
  if (!row) return 'not-found';
  const { delegation_id, edition_id: editionId, status } = row;
  const focalPoints = await loaders.focalPointsByDelegation.load(delegation_id);
  if (!mayReadDesk(viewer, { id: delegation_id, editionId, status }, focalPoints)) return 'not-found';
  if (row.deleted_at !== null) return 'expired';
  return {
    contentType: row.content_type,
    filename: `note-verbale-${row.country_code}.${endingOf(row.content_type)}`,
    body: databaseStore.open(read, id),
    lastModified: row.uploaded_at,
  };
};
