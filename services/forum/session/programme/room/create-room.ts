import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../../shared/idempotency/once.ts';
import { newId } from '../../../../shared/ids.ts';
import { audit } from '../../../../shared/journal/journal.ts';
import { textsOf } from '../../../../shared/text/given-texts.rules.ts';
import { lockProgramme } from '../lock-programme.ts';
import { Room } from './room.entity.ts';
import type { RoomInput } from './room.rules.ts';

export interface CreateRoom extends RoomInput {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly editionId: string;
}

export type CreateRoomOutcome =
  | { readonly roomId: string }
  | { readonly refusal: 'edition-not-found' | 'idempotency-key-reused' };

/** Adds a room to the list of an edition. The input has been checked. */
export function createRoom(em: EntityManager, command: CreateRoom, now: Date): Promise<CreateRoomOutcome> {
  const { actorId, idempotencyKey, ...input } = command;
  return em.transactional((tx) =>
    once<CreateRoomOutcome>(tx, { actorId, operation: 'createRoom', key: idempotencyKey, input }, now, async () => {
      const programme = await lockProgramme(tx, command.editionId);
      if (!programme) return { refusal: 'edition-not-found' };
      const { id } = tx.create(Room, {
        id: newId('room'),
        edition: programme.edition,
        name: textsOf(input.name),
        capacity: input.capacity,
        zone: input.zone,
      });
      const changes = [{ field: 'capacity', from: null, to: input.capacity }];
      audit(tx, { actorId, command: 'createRoom', subjectId: id, changes }, now);
      return { roomId: id };
    }),
  );
}
