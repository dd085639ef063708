import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { endNomination, keysOf } from '../../nomination/end-nomination.ts';
import { NominationStatus, needsSuccessor, nominationTransitions } from '../../nomination/nomination.rules.ts';
import type { Postage } from '../../nomination/nominee/tell-nominees.ts';
import {
  type CheckedItem,
  CREDENTIALS_ITEMS,
  CredentialsDecision,
  type CredentialsItem,
  metAfter,
  missingFrom,
  stateAfter,
  stepsTo,
} from '../credentials.rules.ts';
import {
  type CredentialsAct,
  type CredentialsTaken,
  type LockedCredentials,
  lockCredentials,
  type NoCredentials,
  type NoCredentialsStep,
  takenByOther,
} from '../lock-credentials.ts';
import { openCredentials } from '../open-credentials.ts';
import { tellDecision } from '../tell-decision.ts';

export interface VerifyCredentials extends CredentialsAct {
  readonly decision: CredentialsDecision;
  /** Names each item at most once; checked already, like the note. */
  readonly checklist: readonly CheckedItem[];
  readonly note: string | null;
}

export type VerifyCredentialsOutcome =
  | { readonly nominationId: string }
  | NoCredentials
  | NoCredentialsStep
  | CredentialsTaken
  | { readonly refusal: 'checklist-incomplete'; readonly missing: readonly CredentialsItem[] }
  | { readonly refusal: 'head-successor-needed' };

const { APPROVE, ADMIT_PROVISIONALLY } = CredentialsDecision;
const COMMAND = 'verifyCredentials';

/**
 * An officer decides about somebody's credentials, and ticks what is met. What nobody has taken up yet is taken up and
 * decided in one act.
 *
 * Approving needs everything met. Rejecting ends the nomination, and gives back its place of the quota and its seat; the
 * head of a submitted delegation is returned instead, and replaced by the state.
 */
export function verifyCredentials(
  em: EntityManager,
  postage: Postage,
  command: VerifyCredentials,
  now: Date,
): Promise<VerifyCredentialsOutcome> {
  const { viewer, nominationId, decision } = command;
  return em.transactional(async (tx) => {
    const locked = await lockCredentials(tx, command);
    if ('refusal' in locked) return locked;
    const { nomination, delegation } = locked;
    const steps = stepsTo(nomination.status, decision);
    if (!steps) return noStep(nomination.status, stateAfter(decision));
    const taken = takenByOther(locked.credentials, viewer.personId);
    if (taken) return taken;
    const met = metAfter(locked.credentials?.met ?? [], command.checklist);
    const missing = missingFrom(met);
    if (decision === APPROVE && missing.length > 0) return { refusal: 'checklist-incomplete', missing };
    const isRejected = decision === CredentialsDecision.REJECT;
    if (isRejected && needsSuccessor(nomination.role, delegation.status)) return { refusal: 'head-successor-needed' };

    await decide(tx, locked, { ...command, met, steps }, now);
    await tellDecision(
      tx,
      postage,
      {
        nominationId,
        personId: nomination.personId ?? null,
        delegationId: delegation.id,
        countryCode: delegation.country.code,
        decision,
        missing: decision === ADMIT_PROVISIONALLY ? missing : [],
      },
      now,
    );
    return { nominationId };
  });
}

function noStep(from: NominationStatus, to: NominationStatus): NoCredentialsStep {
  const allowed = transitionsFrom(nominationTransitions, from, 'accreditation-officer');
  return { refusal: 'invalid-transition', from, to, allowed };
}

interface Decided extends VerifyCredentials {
  readonly met: readonly CredentialsItem[];
  readonly steps: readonly NominationStatus[];
}

/** Writes what was decided: the state of the nomination, the checklist and the note. */
async function decide(
  tx: EntityManager,
  { nomination, credentials: known }: LockedCredentials,
  { viewer, decision, note, met, steps }: Decided,
  now: Date,
): Promise<void> {
  const { id: nominationId, personId = null, registrationId = null, nominatedById = null } = nomination;
  const actorId = viewer.personId;
  const credentials = known ?? (await openCredentials(tx, nomination, now));
  const before = credentials.met;
  const ticks = CREDENTIALS_ITEMS.filter((item) => before.includes(item) !== met.includes(item)).map((item) => ({
    field: `met.${item}`,
    from: before.includes(item),
    to: met.includes(item),
  }));
  const decided = { field: 'decision', from: credentials.decision ?? null, to: decision };
  // Back in doubt after it was approved: somebody waits for it again.
  const waitingSince = credentials.waitingSince ?? now;
  tx.assign(credentials, { met: [...met], note, decision, decidedAt: now, decidedById: actorId, waitingSince });
  await tx.flush();

  const from = nomination.status;
  const act = { actorId, command: COMMAND };
  const moves = steps.map((to, index) => ({ field: 'status', from: steps[index - 1] ?? from, to }));
  // The end of a nomination writes its own entry.
  const written = decision === CredentialsDecision.REJECT ? moves.slice(0, -1) : moves;
  const changes = [...written, decided, ...ticks];
  audit(tx, { ...act, onBehalfOfId: personId, subjectId: nominationId, changes }, now);
  const of = { ...keysOf(nomination), registrationId };
  publish(tx, 'CredentialsVerified', { ...of, decision, verifiedById: actorId, nominatedById }, now);
  if (decision === CredentialsDecision.REJECT) {
    nomination.status = written.at(-1)?.to ?? from;
    await endNomination(tx, nomination, { ...act, to: NominationStatus.REJECTED }, now);
    return;
  }
  nomination.status = stateAfter(decision);
  await tx.flush();
}
