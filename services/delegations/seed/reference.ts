import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { CisMembershipStatus } from '../country/country.rules.ts';
import { COUNTRY_CODES } from './countries.ts';

const { MEMBER, ASSOCIATE } = CisMembershipStatus;

interface KnownMembership {
  readonly country: string;
  readonly status: CisMembershipStatus;
  readonly since?: string;
  readonly note?: string;
}

/**
 * The Commonwealth of Independent States in 2026: nine members and one associate. Days are set only where a source gives
 * them. Moldova has announced its exit; it takes effect twelve months after a notice whose day is not known.
 */
export const cisMemberships: readonly KnownMembership[] = [
  { country: 'AM', status: MEMBER },
  { country: 'AZ', status: MEMBER },
  { country: 'BY', status: MEMBER },
  { country: 'KG', status: MEMBER },
  { country: 'KZ', status: MEMBER },
  {
    country: 'MD',
    status: MEMBER,
    note: 'Denunciation announced on 2026-01-19; takes effect twelve months after formal notice, which is not dated.',
  },
  { country: 'RU', status: MEMBER },
  { country: 'TJ', status: MEMBER },
  { country: 'TM', status: ASSOCIATE, since: '2005-08-26' },
  { country: 'UZ', status: MEMBER },
];

export async function seedReference(em: EntityManager): Promise<void> {
  await em.execute(`insert into country (code) select unnest(string_to_array(?, ' ')) on conflict do nothing`, [
    COUNTRY_CODES.join(' '),
  ]);
  for (const { country, status, since, note } of cisMemberships) {
    await em.execute(
      `insert into cis_membership (id, country_code, status, since, note) values (?, ?, ?, ?::date, ?)
       on conflict do nothing`,
      [namedId('cis_membership', `${country}/${status}`), country, status, since ?? null, note ?? null],
    );
  }
}
