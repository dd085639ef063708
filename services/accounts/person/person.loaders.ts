import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { PersonName } from './person.rules.ts';

/** A person as the graph reads them. */
export interface PersonRow {
  readonly key: string;
  readonly display_name: string;
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
  readonly preferred_locale: string | null;
  readonly has_public_function: boolean;
}

const PERSON_BY_ID = statement(
  'person_by_id',
  `select id as key, display_name, native_name, latin_name, preferred_locale,
     exists (select from public_function where person_id = person.id) as has_public_function
   from person where id = any($1::text[])`,
);

export interface PersonLoaders {
  readonly personById: DataLoader<string, PersonRow | null>;
}

export function personLoaders(read: Reader): PersonLoaders {
  return { personById: keyedLoader<PersonRow>(read, PERSON_BY_ID) };
}
