import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { CisMembershipStatus } from './country.rules.ts';

export interface CountryRow {
  readonly key: string;
}

export interface MembershipRow {
  readonly key: string;
  readonly status: CisMembershipStatus;
  /** ISO days. */
  readonly since: string | null;
  readonly until: string | null;
  readonly note: string | null;
}

const COUNTRY_BY_CODE = statement('country_by_code', 'select code as key from country where code = any($1::text[])');
const MEMBERSHIPS_BY_COUNTRY = statement(
  'memberships_by_country',
  `select country_code as key, status, since, until, note from cis_membership where country_code = any($1::text[])`,
);

export interface CountryLoaders {
  readonly countryByCode: DataLoader<string, CountryRow | null>;
  readonly membershipsByCountry: DataLoader<string, MembershipRow[]>;
}

export function countryLoaders(read: Reader): CountryLoaders {
  return {
    countryByCode: keyedLoader<CountryRow>(read, COUNTRY_BY_CODE),
    membershipsByCountry: keyedListLoader<MembershipRow>(read, MEMBERSHIPS_BY_COUNTRY),
  };
}
