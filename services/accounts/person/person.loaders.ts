import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { LanguageSkill } from '../../shared/language/language-skill.rules.ts';
import type { NativeName, PersonName } from '../../shared/names/name.rules.ts';
import type { Acquaintance } from './person.rules.ts';

/** A person as the graph reads them. */
export interface PersonRow {
  readonly key: string;
  readonly display_name: string;
  readonly native_name: NativeName | null;
  readonly latin_name: PersonName | null;
  readonly citizenship: string | null;
  /** ISO, `1990-03-22`. */
  readonly birth_date: string | null;
  readonly languages: readonly LanguageSkill[];
  readonly preferred_locale: string | null;
  readonly has_public_function: boolean;
  /** Who receives or received them as a volunteer, those who need not know them any more among them. */
  readonly acquaintances: readonly Acquaintance[];
  readonly version: number;
}

export const PERSON_COLUMNS = `id as key, display_name, native_name, latin_name, citizenship, birth_date, languages,
  preferred_locale, version,
  exists (select from public_function where person_id = person.id and is_held) as has_public_function,
  (select coalesce(jsonb_agg(jsonb_build_object('countryCode', country_code, 'hostOrganisationId', host_organisation_id,
     'until', to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
   from known_volunteer where person_id = person.id and until is not null) as acquaintances`;

const PERSON_BY_ID = statement('person_by_id', `select ${PERSON_COLUMNS} from person where id = any($1::text[])`);

export interface PersonLoaders {
  readonly personById: DataLoader<string, PersonRow | null>;
}

export function personLoaders(read: Reader): PersonLoaders {
  return { personById: keyedLoader<PersonRow>(read, PERSON_BY_ID) };
}
