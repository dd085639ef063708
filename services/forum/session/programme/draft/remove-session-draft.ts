import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../../shared/journal/journal.ts';
import { lockDraft } from './lock-draft.ts';

export interface RemoveSessionDraft {
  readonly actorId: string;
  readonly sessionId: string;
  readonly expectedVersion: number;
}

export type RemoveSessionDraftOutcome =
  | { readonly sessionId: string }
  | { readonly refusal: 'session-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/** Takes a session out of the draft: the next release cancels it, or leaves it out where it was never released. */
export function removeSessionDraft(
  em: EntityManager,
  { actorId, sessionId, expectedVersion }: RemoveSessionDraft,
  now: Date,
): Promise<RemoveSessionDraftOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockDraft(tx, sessionId, expectedVersion);
    if ('refusal' in locked) return locked;
    const { draft } = locked;
    if (draft.isRemoved) return { sessionId };
    draft.isRemoved = true;
    const changes = [{ field: 'isRemoved', from: false, to: true }];
    audit(tx, { actorId, command: 'removeSessionDraft', subjectId: sessionId, changes }, now);
    return { sessionId };
  });
}
