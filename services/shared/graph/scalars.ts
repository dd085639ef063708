import { GraphQLScalarType } from 'graphql';
import {
  GraphQLCountryCode,
  GraphQLDateTimeISO,
  GraphQLEmailAddress,
  GraphQLJSON,
  GraphQLLocalDate,
  GraphQLLocale,
  GraphQLSafeInt,
  GraphQLTimeZone,
} from 'graphql-scalars';

/** An instant. Serialized as a string, so that every transport carries the same bytes. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant in UTC, RFC 3339: `2026-10-01T04:00:00.000Z`.',
});

export const LocalDate = described(GraphQLLocalDate, 'A calendar day without a time zone: `2026-10-01`.');
export const TimeZone = described(GraphQLTimeZone, 'An IANA time zone: `Asia/Almaty`.');
export const Locale = described(GraphQLLocale, 'A language tag, BCP 47: `kk`, `ru`, `en-GB`.');
export const CountryCode = described(GraphQLCountryCode, 'A country, ISO 3166-1 alpha-2: `KZ`.');
export const Json = described(GraphQLJSON, 'Any JSON value. The field says of which shape.');
export const SafeInt = described(
  GraphQLSafeInt,
  'A whole number that every client holds exactly: up to 9007199254740991.',
);
export const EmailAddress = described(GraphQLEmailAddress, 'An e-mail address, RFC 5322.');

/** Scalars that subgraphs share must read the same in each, word for word. */
function described(scalar: GraphQLScalarType, description: string): GraphQLScalarType {
  return new GraphQLScalarType({ ...scalar.toConfig(), description, specifiedByURL: null });
}
