import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../../shared/journal/journal.ts';
import { lockDraft } from './lock-draft.ts';
import type { SessionInput } from './session-draft.rules.ts';
import {
  changesOfDraft,
  contentOf,
  type InvalidSession,
  type OccupiedRoom,
  refuseInput,
  refuseRoom,
  refuseSeats,
  type SeatRefusal,
} from './write-draft.ts';

export interface ChangeSessionDraft {
  readonly actorId: string;
  readonly sessionId: string;
  readonly expectedVersion: number;
  readonly session: SessionInput;
}

export type ChangeSessionDraftOutcome =
  | { readonly sessionId: string }
  | { readonly refusal: 'session-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | InvalidSession
  | OccupiedRoom
  | SeatRefusal;

/** Writes a session of the draft anew, as a whole. One that was to be removed is back in the programme. */
export function changeSessionDraft(
  em: EntityManager,
  { actorId, sessionId, expectedVersion, session }: ChangeSessionDraft,
  now: Date,
): Promise<ChangeSessionDraftOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockDraft(tx, sessionId, expectedVersion);
    if ('refusal' in locked) return locked;
    const { programme, draft } = locked;
    const refusal =
      (await refuseInput(tx, programme, session)) ??
      (await refuseRoom(tx, sessionId, session)) ??
      (await refuseSeats(tx, sessionId, session));
    if (refusal) return refusal;
    const changes = [
      ...changesOfDraft(draft, session),
      ...(draft.isRemoved ? [{ field: 'isRemoved', from: true, to: false }] : []),
    ];
    tx.assign(draft, { ...contentOf(session), isRemoved: false });
    audit(tx, { actorId, command: 'changeSessionDraft', subjectId: sessionId, changes }, now);
    return { sessionId };
  });
}
