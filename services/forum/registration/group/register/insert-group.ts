import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../../shared/ids.ts';
import { audit } from '../../../../shared/journal/journal.ts';
import { foldedKey } from '../../../../shared/names/fold.rules.ts';
import type { Edition } from '../../../edition/edition.entity.ts';
import { RegistrationGroup } from '../../../waiting-list/waiting-list.entity.ts';
import { priorityClassOf } from '../../../waiting-list/waiting-list.rules.ts';
import { noteRegistrations } from '../../note-registration.ts';
import type { ParticipantCategory, RegistrationStatus } from '../../registration.rules.ts';
import type { CheckedRow } from '../member/check-rows.rules.ts';
import type { KnownMember } from '../member/known-members.ts';
import { type Postage, tellMembers } from './tell-members.ts';

/** A group as it is decided, and the people in it. */
export interface NewGroup {
  readonly edition: Edition;
  readonly contactId: string;
  readonly organisation: string;
  readonly category: ParticipantCategory;
  readonly status: RegistrationStatus;
  readonly rows: readonly CheckedRow[];
  readonly known: ReadonlyMap<string, KnownMember>;
}

const INSERT = `
  insert into registration (
    id, edition_id, group_id, category, status, priority_class, registered_at, person_id, address_key, affiliation,
    dietary_needs, accessibility_needs, interpretation_language, native_name, latin_name, birth_date, citizenship,
    folded_name, written_name
  )
  select id, ?, ?, ?, ?, ?, ?, person_id, address_key, affiliation, dietary_needs, accessibility_needs,
    interpretation_language, native_name, latin_name, birth_date, citizenship, folded_name, written_name
  from jsonb_to_recordset(?::jsonb) as member (
    id text, person_id text, address_key text, affiliation text, dietary_needs text, accessibility_needs text,
    interpretation_language text, native_name jsonb, latin_name jsonb, birth_date date, citizenship text,
    folded_name text, written_name jsonb
  )`;

/**
 * Writes a group and its registrations, notes each in the journal, and has each member told. IDs of the registrations
 * come by number of the row, and are in the order of the rows.
 */
export async function insertGroup(
  tx: EntityManager,
  postage: Postage,
  { edition, contactId, organisation, category, status, rows, known }: NewGroup,
  now: Date,
): Promise<{ readonly groupId: string; readonly registrationIds: ReadonlyMap<number, string> }> {
  const group = tx.create(RegistrationGroup, {
    id: newId('registration_group'),
    edition,
    organisation: organisation.trim(),
    contactPersonId: contactId,
    madeAt: now,
  });
  const changes = [{ field: 'size', from: null, to: rows.length }];
  audit(tx, { actorId: contactId, command: 'registerGroup', subjectId: group.id, changes }, now);
  await tx.flush();

  const ids = rows.map(() => newId('registration')).toSorted();
  const members = rows.map((row, index) => ({
    id: ids[index] ?? newId('registration'),
    row,
    personId: known.get(row.addressKey)?.personId ?? null,
    wasTold: known.get(row.addressKey)?.wasTold ?? false,
  }));
  await tx.execute(INSERT, [
    edition.id,
    group.id,
    category,
    status,
    priorityClassOf(category),
    now,
    JSON.stringify(members.map(({ id, row, personId }) => columnsOf(id, row, personId, group.organisation))),
  ]);
  const made = members.map(({ id, personId }) => ({ id, edition, personId, category, status }));
  await noteRegistrations(tx, made, { actorId: contactId, isForOthers: true, command: 'registerGroup' }, now);
  const untold = members
    // Whoever registers themself with the group knows.
    .filter(({ personId, wasTold }) => !wasTold && personId !== contactId)
    .map(({ id, personId, row }) => ({ registrationId: id, personId, address: row.member.email }));
  await tellMembers(tx, postage, { edition, organisation: group.organisation, status, members: untold }, now);
  return { groupId: group.id, registrationIds: new Map(members.map(({ id, row }) => [row.number, id])) };
}

function columnsOf(id: string, { member, addressKey }: CheckedRow, personId: string | null, organisation: string) {
  const { nativeName, latinName } = member;
  return {
    id,
    person_id: personId,
    // Of somebody with an account it would only be in the way, once the address is another one's.
    address_key: personId === null ? addressKey : null,
    affiliation: member.affiliation ?? organisation,
    dietary_needs: member.dietaryNeeds,
    accessibility_needs: member.accessibilityNeeds,
    interpretation_language: member.interpretationLanguage,
    native_name: nativeName,
    latin_name: latinName,
    birth_date: member.birthDate,
    citizenship: member.citizenship,
    folded_name: foldedKey({ display: '', native: nativeName, latin: latinName }),
    written_name: { native: nativeName, latin: latinName },
  };
}
