import type { EntityManager } from '@mikro-orm/postgresql';
import type { FilterValues } from '../list/registration-filter.rules.ts';
import { registrationsWhere } from '../list/registration-list.loaders.ts';

/** Whom an announcement is for. */
export interface Group {
  readonly editionId: string;
  readonly filter: FilterValues;
}

/** Somebody registered by an organisation has no address here until they have an account. */
const HAS_ACCOUNT = 'person_id is not null and person_id not in (select person_id from erased_person)';

/** How many people a group is: each once, however often they registered. */
export async function countRecipients(tx: EntityManager, { editionId, filter }: Group): Promise<number> {
  const { where, values } = registrationsWhere(editionId, filter);
  const [row] = await tx.execute<{ count: number }[]>(
    `select count(distinct person_id)::integer as count from registration where ${where} and ${HAS_ACCOUNT}`,
    [...values],
  );
  return row?.count ?? 0;
}

/** Notes who gets an announcement: each person once, by their newest registration that passes. Returns how many. */
export async function chooseRecipients(
  tx: EntityManager,
  announcementId: string,
  { editionId, filter }: Group,
): Promise<number> {
  const { where, values } = registrationsWhere(editionId, filter);
  const [row] = await tx.execute<{ count: number }[]>(
    `with chosen as (
       insert into announcement_recipient (announcement_id, registration_id)
       select ?, id from (
         select distinct on (person_id) id from registration where ${where} and ${HAS_ACCOUNT}
         order by person_id, registered_at desc, id desc
       ) as newest
       returning 1
     ) select count(*)::integer as count from chosen`,
    [announcementId, ...values],
  );
  return row?.count ?? 0;
}

/** Takes the next of those whom nobody has written to, and notes that somebody has. */
export function takeRecipients(
  tx: EntityManager,
  announcementId: string,
  limit: number,
  now: Date,
): Promise<{ registration_id: string; person_id: string }[]> {
  return tx.execute(
    `with next as (
       select registration_id from announcement_recipient
       where announcement_id = ? and mailed_at is null order by registration_id limit ? for update
     )
     update announcement_recipient as recipient set mailed_at = ?
     from next join registration on registration.id = next.registration_id
     where recipient.announcement_id = ? and recipient.registration_id = next.registration_id
     returning recipient.registration_id, registration.person_id`,
    [announcementId, limit, now, announcementId],
  );
}
