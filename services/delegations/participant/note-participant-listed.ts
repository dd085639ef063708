import { z } from 'zod';
import type { EventHandler } from '../../shared/events/event.ts';
import { audit } from '../../shared/journal/journal.ts';

const Listed = z.object({ nominationId: z.string().nullish(), listed: z.boolean() });

/**
 * A delegate consents to be publicly named as a participant, or does so no longer. What was told last counts, in whatever
 * order it comes.
 */
export const noteParticipantListed: EventHandler = async (tx, { payload, occurredAt }, now) => {
  const { nominationId, listed } = Listed.parse(payload);
  if (!nominationId) return;
  const noted = await tx.execute<{ id: string }[]>(
    `update nomination set listed = ?, listed_at = ?
     where id = ? and (listed_at is null or listed_at < ?) returning id`,
    [listed, new Date(occurredAt), nominationId, new Date(occurredAt)],
  );
  for (const { id: subjectId } of noted) {
    const changes = [{ field: 'listed', from: null, to: listed }];
    audit(tx, { actorId: null, command: 'noteParticipantListed', subjectId, changes }, now);
  }
};
