import type DataLoader from 'dataloader';
import type { Sealed } from '../../shared/crypto/sealed.ts';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { DocumentKind } from './identity-document.rules.ts';

/** A document as the graph reads it. */
export interface IdentityDocumentRow {
  readonly key: string;
  readonly id: string;
  readonly person_id: string;
  readonly kind: DocumentKind;
  readonly issuing_country: string;
  readonly number: Sealed;
  /** ISO, `2031-05-01`. */
  readonly expires_on: string;
  readonly held_for_edition_id: string | null;
}

const COLUMNS = 'id, person_id, kind, issuing_country, number, expires_on, held_for_edition_id';

const DOCUMENT_BY_ID = statement(
  'document_by_id',
  `select id as key, ${COLUMNS} from identity_document where id = any($1::text[])`,
);
const DOCUMENTS_BY_PERSON = statement(
  'documents_by_person',
  `select person_id as key, ${COLUMNS} from identity_document where person_id = any($1::text[])
   order by recorded_at, id`,
);

export interface IdentityDocumentLoaders {
  readonly documentById: DataLoader<string, IdentityDocumentRow | null>;
  /** The first recorded first. */
  readonly documentsByPerson: DataLoader<string, IdentityDocumentRow[]>;
}

export function identityDocumentLoaders(read: Reader): IdentityDocumentLoaders {
  return {
    documentById: keyedLoader<IdentityDocumentRow>(read, DOCUMENT_BY_ID),
    documentsByPerson: keyedListLoader<IdentityDocumentRow>(read, DOCUMENTS_BY_PERSON),
  };
}
