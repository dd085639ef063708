import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../../shared/idempotency/once.ts';
import { newId } from '../../../../shared/ids.ts';
import { audit } from '../../../../shared/journal/journal.ts';
import { lockProgramme } from '../lock-programme.ts';
import { SessionDraft } from './session-draft.entity.ts';
import type { SessionInput } from './session-draft.rules.ts';
import {
  changesOfDraft,
  contentOf,
  type InvalidSession,
  type OccupiedRoom,
  refuseInput,
  refuseRoom,
} from './write-draft.ts';

export interface DraftSession {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly editionId: string;
  readonly session: SessionInput;
}

export type DraftSessionOutcome =
  | { readonly sessionId: string }
  | { readonly refusal: 'edition-not-found' | 'idempotency-key-reused' }
  | InvalidSession
  | OccupiedRoom;

/** Writes a new session into the draft of an edition's programme. Nobody else sees it until a release. */
export function draftSession(em: EntityManager, command: DraftSession, now: Date): Promise<DraftSessionOutcome> {
  const { actorId, idempotencyKey, editionId, session } = command;
  const claim = { actorId, operation: 'draftSession', key: idempotencyKey, input: { editionId, session } };
  return em.transactional(async (tx) => {
    const programme = await lockProgramme(tx, editionId);
    if (!programme) return { refusal: 'edition-not-found' };
    // Before the key is taken, so that a form can be put right and sent again.
    const invalid = await refuseInput(tx, programme, session);
    if (invalid) return invalid;
    return once<DraftSessionOutcome>(tx, claim, now, async () => {
      const refusal = await refuseRoom(tx, null, session);
      if (refusal) return refusal;
      const { edition } = programme;
      const { sessionId } = tx.create(SessionDraft, { sessionId: newId('session'), edition, ...contentOf(session) });
      const changes = changesOfDraft(null, session);
      audit(tx, { actorId, command: 'draftSession', subjectId: sessionId, changes }, now);
      return { sessionId };
    });
  });
}
