import type { EntityManager } from '@mikro-orm/postgresql';
import type { GroupRow } from '../../../services/forum/registration/group/member/check-rows.rules.ts';
import { GroupErrorPolicy } from '../../../services/forum/registration/group/register/placement.rules.ts';
import {
  type RegisterGroup,
  type RegisterGroupOutcome,
  registerGroup,
} from '../../../services/forum/registration/group/register/register-group.ts';
import { ParticipantCategory } from '../../../services/forum/registration/registration.rules.ts';
import { addressKey } from '../../../services/shared/events/sealed-payload.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS } from '../../support/database.ts';
import { NOW } from '../waiting-list/editions.ts';

/** Rows of people nobody knows, each with an address of their own; numbered from 1. */
export function rowsOf(count: number, domain = `${newId('list').replace('_', '-')}.example`): GroupRow[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    member: {
      email: `member${index + 1}@${domain}`,
      nativeName: { family: 'Ахметова', given: 'Сәуле', patronymic: 'Маратқызы' },
      latinName: { family: 'Akhmetova', given: 'Saule' },
      birthDate: null,
      citizenship: 'KZ',
      affiliation: null,
      interpretationLanguage: 'kk',
      dietaryNeeds: null,
      accessibilityNeeds: null,
    },
  }));
}

/** A row that says something else than the others. */
export function changed(row: GroupRow | undefined, change: Partial<GroupRow['member']>): GroupRow {
  if (!row) throw new Error('there is no such row');
  return { ...row, member: { ...row.member, ...change } };
}

/** An organisation registers open participants, all or none. */
export function registerRows(
  em: EntityManager,
  editionId: string,
  rows: readonly GroupRow[],
  change: Partial<RegisterGroup> = {},
  now: Date = NOW,
): Promise<RegisterGroupOutcome> {
  const command = {
    contactId: newId('person'),
    idempotencyKey: null,
    editionId,
    organisation: 'Dostyq',
    category: ParticipantCategory.OPEN,
    errorPolicy: GroupErrorPolicy.REJECT_EVERYTHING,
    dryRun: false,
    rows,
    ...change,
  };
  return registerGroup(em.fork(), { keys: TEST_KEYS, publicUrl: 'http://portal.example' }, command, now);
}

/** Somebody who signs in with an address. */
export async function givenKnownAddress(em: EntityManager, email: string): Promise<string> {
  const personId = newId('person');
  await em.execute('insert into known_address (address_key, person_id, noted_at) values (?, ?, ?)', [
    addressKey(TEST_KEYS, email),
    personId,
    NOW,
  ]);
  return personId;
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A text of Latin and Russian letters in the code page that spreadsheets here use. */
export function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === 'Ё') return 0xa8;
    if (letter === 'ё') return 0xb8;
    return code < 0x80 ? code : code - 0x410 + 0xc0;
  });
}
