import { z } from 'zod';
import type { EventHandler } from '../../shared/events/event.ts';
import { audit } from '../../shared/journal/journal.ts';
import { lockSeats } from '../availability/lock-seats.ts';
import { offerFreeSeats } from '../waiting-list/offer-free-seats.ts';

const Reserved = z.object({
  delegationId: z.string(),
  editionId: z.string(),
  places: z.int().nonnegative(),
  version: z.int(),
});

/**
 * How many places an edition keeps for a delegation: what its quotas promise, taken up or not. Seats that are kept no
 * longer are offered at once to those who wait. Word of an older version than the one known is passed by.
 */
export const noteSeatsReserved: EventHandler = async (tx, { payload }, now) => {
  const { delegationId, editionId, places, version } = Reserved.parse(payload);
  await lockSeats(tx, editionId);
  const [known] = await tx.execute<{ places: number; version: number }[]>(
    'select places, version from seat_reserve where delegation_id = ? for update',
    [delegationId],
  );
  if (known && known.version >= version) return;
  const noted = await tx.execute(
    `insert into seat_reserve (delegation_id, edition_id, places, version) values (?, ?, ?, ?)
     on conflict (delegation_id) do update set places = excluded.places, version = excluded.version
       where seat_reserve.version < excluded.version
     returning delegation_id`,
    [delegationId, editionId, places, version],
  );
  if (noted.length === 0 || known?.places === places) return;
  const changes = [{ field: 'reserved', from: known?.places ?? null, to: places }];
  audit(tx, { actorId: null, command: 'noteSeatsReserved', subjectId: delegationId, changes }, now);
  await offerFreeSeats(tx, editionId, now);
};
