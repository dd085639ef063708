import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventHandler } from '../../shared/events/event.ts';
import { audit } from '../../shared/journal/journal.ts';
import { isErased } from '../registration/identity/is-erased.ts';
import { CREDENTIALS_DECISIONS, isAdmitting } from './admission.rules.ts';

/** What somebody has done to bring a delegate. */
type Part = 'NOMINATED' | 'VERIFIED';

const Claimed = z.object({ nominationId: z.string(), nominatedById: z.string().nullish() });
const Verified = z.object({
  nominationId: z.string(),
  decision: z.enum(CREDENTIALS_DECISIONS),
  verifiedById: z.string(),
});

/** A delegate asks for a seat: whoever nominated them does not hand out their badge. */
export const noteNominator: EventHandler = async (tx, { payload }, now) => {
  const { nominationId, nominatedById } = Claimed.parse(payload);
  if (nominatedById) await noteHand(tx, { nominationId, personId: nominatedById, part: 'NOMINATED' }, now);
};

/** A delegate's credentials let them take part: whoever said so does not hand out their badge. */
export const noteVerifier: EventHandler = async (tx, { payload }, now) => {
  const { nominationId, decision, verifiedById } = Verified.parse(payload);
  if (!isAdmitting(decision)) return;
  await noteHand(tx, { nominationId, personId: verifiedById, part: 'VERIFIED' }, now);
};

/** Word of it may come in any order, and more than once: who had a hand in it has had it. */
async function noteHand(
  tx: EntityManager,
  { nominationId, personId, part }: { readonly nominationId: string; readonly personId: string; readonly part: Part },
  now: Date,
): Promise<void> {
  // Somebody erased hands out nothing, and is kept in no new row.
  if (await isErased(tx, personId)) return;
  const noted = await tx.execute(
    `insert into delegate_hand (nomination_id, person_id, part, noted_at) values (?, ?, ?, ?)
     on conflict do nothing returning part`,
    [nominationId, personId, part, now],
  );
  if (noted.length === 0) return;
  const changes = [{ field: `hand.${part}`, from: null, to: personId }];
  audit(tx, { actorId: null, command: 'noteDelegateHand', subjectId: nominationId, changes }, now);
}

/** Whether somebody nominated a delegate, or checked their credentials. */
export async function hadAHand(
  tx: EntityManager,
  nominationId: string | null | undefined,
  personId: string,
): Promise<boolean> {
  if (!nominationId) return false;
  const rows = await tx.execute('select from delegate_hand where nomination_id = ? and person_id = ? limit 1', [
    nominationId,
    personId,
  ]);
  return rows.length > 0;
}
