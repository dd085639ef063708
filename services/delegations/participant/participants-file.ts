import type { FileSource } from '../../shared/files/file.ts';
import { passportOrder, wholeName } from '../../shared/names/written-name.rules.ts';
import type { ServiceContext } from '../../shared/service.ts';
import { csvOf } from '../../shared/text/csv.rules.ts';
import { portalLanguage } from '../../shared/text/localize.rules.ts';
import { countryName } from '../country/country-name.rules.ts';
import type { EditionCalendarLoaders } from '../delegation/edition-calendar/edition-calendar.loaders.ts';
import { delegationsInOrder } from '../protocol/delegations-in-order.ts';
import type { ProtocolLoaders } from '../protocol/protocol.loaders.ts';
import { participantsOf } from './participant.loaders.ts';

interface ParticipantsContext extends ServiceContext {
  readonly loaders: ProtocolLoaders & EditionCalendarLoaders;
}

/** What the second part of the address of a list of participants is. */
export const PARTICIPANTS = 'participants';

const COLUMNS = ['country_code', 'country', 'party_type', 'role', 'native_name', 'latin_name'];

/**
 * The list of participants of all delegations to an edition, for anyone: who is on a seat and consented to be named, and the
 * heads, as CSV in the order of precedence. Countries are named in the language of `?language=`.
 */
export const participantsFile: FileSource<ParticipantsContext> = async ({ loaders, read, locale }, { id, query }) => {
  const calendar = await loaders.calendarByEdition.load(id);
  if (!calendar) return 'not-found';
  const [delegations, participants] = await Promise.all([delegationsInOrder(loaders, id), participantsOf(read, id)]);
  const language = portalLanguage(query.language ?? locale);
  const byDelegation = Map.groupBy(participants, ({ delegation_id }) => delegation_id);
  const lines = delegations.flatMap(({ id: delegationId, country_code, party_type }) =>
    (byDelegation.get(delegationId) ?? []).map(({ role, native_name, latin_name }) => [
      country_code,
      countryName(country_code, language),
      party_type,
      role,
      native_name && wholeName(native_name),
      latin_name && passportOrder(latin_name),
    ]),
  );
  return { contentType: 'text/csv; charset=utf-8', filename: 'participants.csv', body: csvOf(COLUMNS, lines) };
};
