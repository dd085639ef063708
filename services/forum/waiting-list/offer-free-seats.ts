import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { lockSeats } from '../availability/lock-seats.ts';
import { Edition } from '../edition/edition.entity.ts';
import { keysOf } from '../registration/note-registration.ts';
import { Registration } from '../registration/registration.entity.ts';
import { RegistrationStatus } from '../registration/registration.rules.ts';
import { delegatesWaiting } from '../reserve/seats-kept-for.ts';
import { RegistrationGroup, SeatOffer } from './waiting-list.entity.ts';
import { offerExpiry, offersEnded, promote, type QueueEntry, SeatOfferStatus } from './waiting-list.rules.ts';

/** Beside as many entries as there are seats, some that may not fit are looked at; only then the whole queue. */
const LOOK_AHEAD = 50;

/**
 * Offers every free seat of an edition to whoever waits for it longest, in the transaction that freed it.
 *
 * Seats kept for delegations are offered to their people alone, and before the others.
 *
 * Does nothing where no seat is free, nobody waits, or the edition offers none any more.
 */
export async function offerFreeSeats(tx: EntityManager, editionId: string, now: Date): Promise<void> {
  const seats = await lockSeats(tx, editionId);
  if (!seats || seats.free + seats.reserved === 0 || seats.waiting === 0) return;
  const edition = await tx.findOneOrFail(Edition, editionId);
  const terms = {
    status: edition.status,
    startsAt: edition.startsAt ?? null,
    seatOfferHours: edition.seatOfferHours,
  };
  if (offersEnded(terms, now)) return;

  const expiresAt = offerExpiry(terms, now);
  if (seats.reserved > 0)
    await offer(tx, edition, await delegatesWaiting(tx, editionId, seats.reserved), expiresAt, now);
  if (seats.free === 0) return;
  const limit = seats.free + LOOK_AHEAD;
  const head = await queueOf(tx, editionId, limit);
  let promotion = promote(head, seats.free, seats.capacity);
  if (!promotion.isSettled && head.length === limit) {
    promotion = promote(await queueOf(tx, editionId, null), seats.free, seats.capacity);
  }

  await notePassedOver(tx, promotion.passedOver);
  await offer(tx, edition, promotion.offered, expiresAt, now);
}

/** The head of the queue, people of a group as one entry. */
function queueOf(tx: EntityManager, editionId: string, limit: number | null): Promise<QueueEntry[]> {
  return tx.execute<QueueEntry[]>(
    `select queue_entry as id, count(*)::integer as size, coalesce(max(passed_over), 0) as "passedOver"
     from registration left join registration_group on registration_group.id = group_id
     where registration.edition_id = ? and status = 'WAITLISTED'
     group by priority_class, registered_at, queue_entry
     order by priority_class, registered_at, queue_entry
     limit ?`,
    [editionId, limit],
  );
}

async function notePassedOver(tx: EntityManager, passedOver: ReadonlyMap<string, number>): Promise<void> {
  if (passedOver.size === 0) return;
  const groups = await tx.find(RegistrationGroup, { id: { $in: [...passedOver.keys()] } });
  for (const group of groups) group.passedOver += passedOver.get(group.id) ?? 0;
}

async function offer(
  tx: EntityManager,
  edition: Edition,
  entries: readonly string[],
  expiresAt: Date,
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  const waiting = await tx.find(
    Registration,
    { edition, status: RegistrationStatus.WAITLISTED, queueEntry: { $in: [...entries] } },
    { orderBy: { priorityClass: 'asc', registeredAt: 'asc', queueEntry: 'asc', id: 'asc' } },
  );
  for (const [, together] of Map.groupBy(waiting, ({ queueEntry }) => queueEntry)) {
    const group = together[0]?.group ?? null;
    const seatOffer = tx.create(SeatOffer, {
      id: newId('seat_offer'),
      edition,
      group,
      status: SeatOfferStatus.OPEN,
      madeAt: now,
      expiresAt,
    });
    for (const registration of together) {
      registration.status = RegistrationStatus.OFFERED;
      registration.seatOffer = tx.getReference(SeatOffer, seatOffer.id, { wrapped: true });
      const changes = [
        { field: 'status', from: RegistrationStatus.WAITLISTED, to: RegistrationStatus.OFFERED },
        { field: 'seatOffer', from: null, to: seatOffer.id },
      ];
      audit(tx, { actorId: null, command: 'offerSeat', subjectId: registration.id, changes }, now);
      publish(
        tx,
        'SeatOffered',
        { ...keysOf(registration), seatOfferId: seatOffer.id, expiresAt: expiresAt.toISOString() },
        now,
      );
    }
  }
  await tx.flush();
}
