import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import type { PersonName } from '../../registration/identity/identity.rules.ts';
import type { ParticipantCategory } from '../../registration/registration.rules.ts';
import type { EditionAsIssued } from '../letter.rules.ts';
import type { InvitationLetterStatus, Signatory } from './invitation-letter.rules.ts';

/** A letter as the graph and the page read it. What the letter says is null until it is issued. */
export interface InvitationLetterRow {
  readonly key: string;
  readonly id: string;
  readonly registration_id: string;
  readonly edition_id: string;
  readonly person_id: string;
  readonly status: InvitationLetterStatus;
  readonly language: PortalLanguage;
  readonly embassy: string | null;
  readonly requested_at: Date;
  readonly number: string | null;
  readonly code: string | null;
  readonly issued_at: Date | null;
  readonly native_name: PersonName | null;
  /** As the letter says it; before that, as the registration does. Null once the person is erased. */
  readonly latin_name: PersonName | null;
  readonly citizenship: string | null;
  readonly category: ParticipantCategory | null;
  readonly edition_as_issued: EditionAsIssued | null;
  readonly signatory: Signatory | null;
  readonly revoked_at: Date | null;
  readonly version: number;
}

const COLUMNS = `id, registration_id, edition_id, person_id, status, language, embassy, requested_at, number, code,
  issued_at, native_name, citizenship, category, edition_as_issued, signatory, revoked_at, version,
  coalesce(latin_name, (select latin_name from registration where id = registration_id)) as latin_name`;

const LETTER_BY_ID = statement(
  'invitation_letter_by_id',
  `select id as key, ${COLUMNS} from invitation_letter where id = any($1::text[])`,
);
const LETTER_BY_REGISTRATION = statement(
  'invitation_letter_by_registration',
  `select distinct on (registration_id) registration_id as key, ${COLUMNS}
   from invitation_letter where registration_id = any($1::text[])
   order by registration_id, requested_at desc, id desc`,
);
const LETTER_BY_NUMBER = statement(
  'invitation_letter_by_number',
  `select number as key, ${COLUMNS} from invitation_letter where number = any($1::text[])`,
);

export interface InvitationLetterLoaders {
  readonly invitationLetterById: DataLoader<string, InvitationLetterRow | null>;
  /** The registration's last letter, in whatever state. */
  readonly invitationLetterByRegistration: DataLoader<string, InvitationLetterRow | null>;
  readonly invitationLetterByNumber: DataLoader<string, InvitationLetterRow | null>;
  /** An edition's letters, the first requested first. */
  readonly invitationLettersByEdition: DataLoader<PageOf<'status'>, Cut<InvitationLetterRow>, string>;
}

export function invitationLetterLoaders(read: Reader): InvitationLetterLoaders {
  return {
    invitationLetterById: keyedLoader<InvitationLetterRow>(read, LETTER_BY_ID),
    invitationLetterByRegistration: keyedLoader<InvitationLetterRow>(read, LETTER_BY_REGISTRATION),
    invitationLetterByNumber: keyedLoader<InvitationLetterRow>(read, LETTER_BY_NUMBER),
    invitationLettersByEdition: pagedLoader<InvitationLetterRow, 'status'>(read, {
      name: 'invitation_letters_by_edition',
      columns: COLUMNS,
      table: 'invitation_letter',
      owner: 'edition_id',
      filters: { status: (value) => `status = ${value}` },
      order: [
        { column: 'requested_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
