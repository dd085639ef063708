import type { EntityManager } from '@mikro-orm/postgresql';
import { type LockedProgramme, lockProgramme } from '../lock-programme.ts';
import { SessionDraft } from './session-draft.entity.ts';

/** A session of the draft under its programme's lock, in the version that was read, or why not. */
export async function lockDraft(
  tx: EntityManager,
  sessionId: string,
  expectedVersion: number,
): Promise<
  | { readonly programme: LockedProgramme; readonly draft: SessionDraft }
  | { readonly refusal: 'session-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
> {
  const known = await tx.findOne(SessionDraft, sessionId);
  const programme = known && (await lockProgramme(tx, known.edition.id));
  const draft = programme && (await tx.findOne(SessionDraft, sessionId, { refresh: true }));
  if (!draft) return { refusal: 'session-not-found' };
  if (draft.version !== expectedVersion) return { refusal: 'version-conflict', currentVersion: draft.version };
  return { programme, draft };
}
