import { GraphQLError } from 'graphql';
import { isYear } from './statistics/statistics.rules.ts';

/** The year that a client asks for. Throws `BAD_USER_INPUT` for a number that is none. */
export function askedYear(year: number): number {
  if (isYear(year)) return year;
  throw new GraphQLError('Ask for a year, such as 2025.', { extensions: { code: 'BAD_USER_INPUT' } });
}
