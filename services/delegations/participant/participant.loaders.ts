import type DataLoader from 'dataloader';
import { type PagedList, type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { PersonName } from '../../shared/names/name.rules.ts';
import { type DelegationRole, SEATED } from '../nomination/nomination.rules.ts';

/** Somebody on the list of participants, as everyone may read of them. */
export interface ParticipantRow {
  readonly id: string;
  readonly person_id: string | null;
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
  readonly role: DelegationRole;
  readonly protocol_rank: number;
}

export interface ParticipantOfEditionRow extends ParticipantRow {
  readonly delegation_id: string;
  readonly country_code: string;
}

/**
 * Who is on the list: on a seat, by their own consent or as head of delegation, a public function. Whoever was erased has no
 * name any more. The index says the same words.
 */
const IS_PUBLISHED = `status in (${SEATED.map((status) => `'${status}'`).join(', ')}) and (listed or role = 'HEAD')
  and (native_name is not null or latin_name is not null)`;
const COLUMNS = 'id, person_id, native_name, latin_name, role, protocol_rank';

const LIST: PagedList = {
  name: 'participants_by_delegation',
  columns: COLUMNS,
  table: 'nomination',
  owner: 'delegation_id',
  where: IS_PUBLISHED,
  order: [
    { column: 'protocol_rank', type: 'integer' },
    { column: 'id', type: 'text' },
  ],
};

const OF_EDITION = statement(
  'participants_of_edition',
  `select delegation.id as delegation_id, country_code, participant.*
   from delegation
   cross join lateral (
     select ${COLUMNS} from nomination where nomination.delegation_id = delegation.id and ${IS_PUBLISHED}
   ) as participant
   where delegation.edition_id = $1 and delegation.status not in ('DECLINED', 'REFUSED', 'WITHDRAWN')
   order by delegation.id, protocol_rank, participant.id`,
);

export interface ParticipantLoaders {
  /** A delegation's published members, in the order of the delegation. */
  readonly participantsByDelegation: DataLoader<PageOf, Cut<ParticipantRow>, string>;
}

export function participantLoaders(read: Reader): ParticipantLoaders {
  return { participantsByDelegation: pagedLoader<ParticipantRow>(read, LIST) };
}

/** Everybody on an edition's list of participants, delegation by delegation. */
export function participantsOf(read: Reader, editionId: string): Promise<ParticipantOfEditionRow[]> {
  return read.rows<ParticipantOfEditionRow>(OF_EDITION, [editionId]);
}
