import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventHandler } from '../../shared/events/event.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import { lockSeats } from '../availability/lock-seats.ts';
import { Edition } from '../edition/edition.entity.ts';
import { endRegistration } from '../registration/end-registration.ts';
import { isErased } from '../registration/identity/is-erased.ts';
import { lockRegistration } from '../registration/lock-registration.ts';
import { noteRegistration } from '../registration/note-registration.ts';
import { Registration } from '../registration/registration.entity.ts';
import { RELEASED, RegistrationStatus, registrationTransitions } from '../registration/registration.rules.ts';
import { seatsKeptFor } from '../reserve/seats-kept-for.ts';
import { offerFreeSeats } from '../waiting-list/offer-free-seats.ts';
import {
  type ClaimRefusal,
  DELEGATION_PRIORITY,
  decideClaim,
  participantCategoryOf,
  SeatClaimStatus,
} from './claim.rules.ts';
import { SeatClaim } from './seat-claim.entity.ts';

const Claimed = z.object({
  nominationId: z.string(),
  claim: z.int(),
  delegationId: z.string(),
  editionId: z.string(),
  personId: z.string(),
  category: z.string(),
});
type Claimed = z.infer<typeof Claimed>;

const Released = z.object({ nominationId: z.string(), claim: z.int(), editionId: z.string() });

/** What a claim has led to. */
interface Decision {
  readonly status: SeatClaimStatus;
  readonly registration: Registration | null;
  readonly reason: ClaimRefusal | null;
}

/**
 * A nominee of a delegation has confirmed and asks for a seat: they are registered, or the delegation hears why not.
 *
 * Decided once for each claim, under the lock on the edition's seats, like everybody who registers; a claim that comes
 * again gets the same answer. One that was given up before it came is passed by.
 */
export const decideSeatClaim: EventHandler = async (tx, { payload }, now) => {
  const claimed = Claimed.parse(payload);
  await lockSeats(tx, claimed.editionId);
  const known = await lockClaim(tx, claimed.nominationId);
  if (known && known.claim > claimed.claim) return;
  if (known && known.claim === claimed.claim) {
    if (known.status !== SeatClaimStatus.RELEASED) answer(tx, known, now);
    return;
  }
  const { status, registration, reason } = await decide(tx, claimed, now);
  const decided = {
    ...baseOf(claimed, now),
    // Somebody erased is kept in no new row.
    personId: reason === 'PERSON_GONE' ? null : claimed.personId,
    status,
    reason,
    registrationId: registration?.id ?? null,
    registrationStatus: registration?.status ?? null,
  };
  const seatClaim = known ? Object.assign(known, decided) : tx.create(SeatClaim, decided);
  const changes = [{ field: 'status', from: null, to: status }];
  audit(tx, { actorId: null, command: 'decideSeatClaim', subjectId: claimed.nominationId, changes }, now);
  answer(tx, seatClaim, now);
  await tx.flush();
  if (registration?.status === RegistrationStatus.WAITLISTED) await offerFreeSeats(tx, claimed.editionId, now);
};

/** A delegation does not need a seat any more, or the seat of a claim that has not come yet. */
export const noteSeatReleased: EventHandler = async (tx, { payload }, now) => {
  const released = Released.parse(payload);
  await lockSeats(tx, released.editionId);
  const known = await lockClaim(tx, released.nominationId);
  if (known && known.claim > released.claim) return;
  const { registrationId, status } = known ?? { registrationId: null, status: null };
  if (status === SeatClaimStatus.RELEASED) return;
  const seatClaim = known ?? tx.create(SeatClaim, { ...baseOf(released, now), status: SeatClaimStatus.RELEASED });
  Object.assign(seatClaim, { claim: released.claim, status: SeatClaimStatus.RELEASED, decidedAt: now });
  const changes = [{ field: 'status', from: status, to: SeatClaimStatus.RELEASED }];
  audit(tx, { actorId: null, command: 'releaseSeat', subjectId: released.nominationId, changes }, now);
  if (status === SeatClaimStatus.GRANTED && registrationId) await endReleased(tx, registrationId, now);
};

async function decide(tx: EntityManager, claimed: Claimed, now: Date): Promise<Decision> {
  const { nominationId, delegationId, editionId, personId } = claimed;
  const refused = (reason: ClaimRefusal, registration: Registration | null = null): Decision => ({
    status: SeatClaimStatus.REFUSED,
    registration,
    reason,
  });
  const edition = await tx.findOne(Edition, editionId);
  if (!edition) return refused('EDITION_NOT_FOUND');
  if (await isErased(tx, personId)) return refused('PERSON_GONE');
  const earlier = await tx.findOne(Registration, { edition, personId, status: { $nin: [...RELEASED] } });
  if (earlier) return refused('ALREADY_REGISTERED', earlier);
  const seats = await lockSeats(tx, editionId);
  // An edition without seats has not been opened yet.
  if (!seats) return refused('EDITION_CLOSED');
  const isKept = seats.reserved > 0 && (await seatsKeptFor(tx, delegationId)) > 0;
  const place = decideClaim({ status: edition.status, startsAt: edition.startsAt ?? null, ...seats, isKept }, now);
  if ('refusal' in place) return refused(place.refusal);

  const registration = tx.create(Registration, {
    id: newId('registration'),
    edition,
    personId,
    category: participantCategoryOf(claimed.category),
    status: place.status,
    registeredAt: now,
    delegationId,
    nominationId,
    priorityClass: DELEGATION_PRIORITY,
  });
  noteRegistration(tx, registration, { actorId: personId, command: 'confirmNomination' }, now);
  await tx.flush();
  return { status: SeatClaimStatus.GRANTED, registration, reason: null };
}

function answer(tx: EntityManager, seatClaim: SeatClaim, now: Date): void {
  const { nominationId, claim, registrationId, registrationStatus, reason } = seatClaim;
  const status = reason ? SeatClaimStatus.REFUSED : registrationStatus;
  publish(
    tx,
    'SeatClaimAnswered',
    { nominationId, claim, registrationId: registrationId ?? null, status: status ?? null, reason: reason ?? null },
    now,
  );
}

/** Ends a registration whose nomination has ended. Whoever has been there stays counted. */
async function endReleased(tx: EntityManager, registrationId: string, now: Date): Promise<void> {
  const registration = await lockRegistration(tx, registrationId);
  const to = RegistrationStatus.CANCELLED;
  if (!registration || !transitionsFrom(registrationTransitions, registration.status, 'portal').includes(to)) return;
  await endRegistration(tx, registration, { actorId: null, command: 'releaseSeat', to }, now);
}

async function lockClaim(tx: EntityManager, nominationId: string): Promise<SeatClaim | null> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  return tx.findOne(SeatClaim, { nominationId }, { lockMode, refresh: true });
}

function baseOf(
  of: { readonly nominationId: string; readonly claim: number; readonly editionId: string; readonly personId?: string },
  now: Date,
) {
  const { nominationId, claim, editionId, personId = null } = of;
  return { nominationId, claim, editionId, personId, decidedAt: now };
}
