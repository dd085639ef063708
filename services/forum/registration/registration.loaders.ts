import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { WrittenName } from './identity/identity.rules.ts';
import { type ParticipantCategory, RELEASED, type RegistrationStatus } from './registration.rules.ts';

/** A registration as the graph reads it. */
export interface RegistrationRow {
  readonly key: string;
  readonly id: string;
  readonly edition_id: string;
  readonly person_id: string | null;
  readonly group_id: string | null;
  readonly seat_offer_id: string | null;
  readonly category: ParticipantCategory;
  readonly status: RegistrationStatus;
  readonly affiliation: string | null;
  readonly registered_at: Date;
  /** Key of the delegation that a delegate comes with; another service's. */
  readonly delegation_id: string | null;
  /** Null for whoever registered by themself. */
  readonly written_name: WrittenName | null;
  readonly version: number;
}

/** What a registration's row is read from. */
export const REGISTRATION_COLUMNS =
  'id, edition_id, person_id, group_id, seat_offer_id, category, status, affiliation, registered_at, delegation_id, written_name, version';

const REGISTRATION_BY_ID = statement(
  'registration_by_id',
  `select id as key, ${REGISTRATION_COLUMNS} from registration where id = any($1::text[])`,
);
const ACTIVE_REGISTRATION = statement(
  'active_registration',
  `select wanted.key, registration.id from unnest($1::text[]) as wanted (key)
   join registration on edition_id = split_part(wanted.key, '/', 1) and person_id = split_part(wanted.key, '/', 2)
   where status not in (${RELEASED.map((status) => `'${status}'`).join(', ')})`,
);
export interface RegistrationLoaders {
  readonly registrationById: DataLoader<string, RegistrationRow | null>;
  /** By `activeKey`; null for whoever has none and may register. */
  readonly activeRegistration: DataLoader<string, { readonly key: string; readonly id: string } | null>;
  /** A person's registrations, the newest last. */
  readonly registrationsByPerson: DataLoader<PageOf, Cut<RegistrationRow>, string>;
  /** Registrations of those whom a delegation brings, the newest last. */
  readonly registrationsByDelegation: DataLoader<PageOf, Cut<RegistrationRow>, string>;
}

/** Key of a person's registration for an edition. */
export function activeKey(editionId: string, personId: string): string {
  return `${editionId}/${personId}`;
}

export function registrationLoaders(read: Reader): RegistrationLoaders {
  const listOf = (name: string, owner: 'person_id' | 'delegation_id') =>
    pagedLoader<RegistrationRow>(read, {
      name,
      columns: REGISTRATION_COLUMNS,
      table: 'registration',
      owner,
      order: [
        { column: 'registered_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
    });
  return {
    registrationById: keyedLoader<RegistrationRow>(read, REGISTRATION_BY_ID),
    activeRegistration: keyedLoader(read, ACTIVE_REGISTRATION),
    registrationsByPerson: listOf('registrations_by_person', 'person_id'),
    registrationsByDelegation: listOf('registrations_by_delegation', 'delegation_id'),
  };
}
