import { passportOrder, wholeName } from '../../../shared/names/written-name.rules.ts';
import { csvOf } from '../../../shared/text/csv.rules.ts';
import { countryName } from '../../country/country-name.rules.ts';
import type { PrintedList } from './printed-list.rules.ts';

const COLUMNS = [
  'precedence',
  'country_code',
  'country',
  'party_type',
  'delegation_state',
  'order',
  'role',
  'category',
  'alternate',
  'native_name',
  'latin_name',
  'state',
];

/** A list of delegations as CSV: a line for each member. A delegation without any has one line, with the delegation alone. */
export function listCsv({ language, delegations }: PrintedList): string {
  const lines = delegations.flatMap(({ country_code, party_type, status, members }, place) => {
    const delegation = [String(place + 1), country_code, countryName(country_code, language), party_type, status];
    if (members.length === 0) return [[...delegation, ...COLUMNS.slice(delegation.length).map(() => null)]];
    return members.map((member, index) => [
      ...delegation,
      String(index + 1),
      member.role,
      member.category,
      String(member.is_alternate),
      member.native_name && wholeName(member.native_name),
      member.latin_name && passportOrder(member.latin_name),
      member.status,
    ]);
  });
  return csvOf(COLUMNS, lines);
}
