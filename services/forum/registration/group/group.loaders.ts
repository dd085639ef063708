import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import type { SeatOfferRow } from '../../waiting-list/waiting-list.loaders.ts';
import { REGISTRATION_COLUMNS, type RegistrationRow } from '../registration.loaders.ts';
import { RELEASED } from '../registration.rules.ts';

/** A group as the graph reads it. */
export interface GroupRow {
  readonly key: string;
  readonly id: string;
  readonly edition_id: string;
  readonly organisation: string;
  readonly contact_person_id: string;
  readonly made_at: Date;
  readonly version: number;
  /** Whether whoever asks is one of those in it. */
  readonly has_viewer: boolean;
}

/** How a group stands. */
export interface GroupStandingRow {
  readonly key: string;
  /** People in it who have not left. */
  readonly size: number;
  /** ID of the registration that waits first; null where nobody waits. */
  readonly first_waiting_id: string | null;
}

const GROUP_COLUMNS = 'id as key, id, edition_id, organisation, contact_person_id, made_at, version';

const GROUP_BY_ID = statement(
  'registration_group_by_id',
  `select ${GROUP_COLUMNS},
     exists (select from registration where group_id = registration_group.id and person_id = $2) as has_viewer
   from registration_group where id = any($1::text[])`,
);
const GROUP_STANDING = statement(
  'group_standing',
  `select group_id as key,
     (count(*) filter (where status not in (${RELEASED.map((status) => `'${status}'`).join(', ')})))::integer as size,
     min(id) filter (where status = 'WAITLISTED') as first_waiting_id
   from registration where group_id = any($1::text[]) group by group_id`,
);
const OPEN_OFFER_OF_GROUP = statement(
  'open_offer_of_group',
  `select distinct on (group_id) group_id as key, id, group_id, status, made_at, expires_at, version
   from seat_offer where group_id = any($1::text[]) and status = 'OPEN'
   order by group_id, made_at desc, id desc`,
);

export interface GroupLoaders {
  readonly groupById: DataLoader<string, GroupRow | null>;
  readonly groupStandingById: DataLoader<string, GroupStandingRow | null>;
  /** By ID of the group; null where it is offered no seats now. */
  readonly openOfferByGroup: DataLoader<string, SeatOfferRow | null>;
  /** The groups somebody registered, the newest last. */
  readonly groupsByContact: DataLoader<PageOf, Cut<GroupRow>, string>;
  /** The registrations of a group, in the order of its list. */
  readonly registrationsByGroup: DataLoader<PageOf, Cut<RegistrationRow>, string>;
}

/** `viewerId` is whoever asks; null for nobody in particular. */
export function groupLoaders(read: Reader, viewerId: string | null): GroupLoaders {
  return {
    groupById: keyedLoader<GroupRow>(read, GROUP_BY_ID, viewerId),
    groupStandingById: keyedLoader<GroupStandingRow>(read, GROUP_STANDING),
    openOfferByGroup: keyedLoader<SeatOfferRow>(read, OPEN_OFFER_OF_GROUP),
    groupsByContact: pagedLoader<GroupRow>(read, {
      name: 'groups_by_contact',
      columns: `${GROUP_COLUMNS}, false as has_viewer`,
      table: 'registration_group',
      owner: 'contact_person_id',
      order: [
        { column: 'made_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
    }),
    registrationsByGroup: pagedLoader<RegistrationRow>(read, {
      name: 'registrations_by_group',
      columns: REGISTRATION_COLUMNS,
      table: 'registration',
      owner: 'group_id',
      order: [{ column: 'id', type: 'text' }],
    }),
  };
}
