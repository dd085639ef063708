import { p } from '@mikro-orm/core';
import type { OpeningHours } from './opening-hours.rules.ts';

/** The columns of whatever people can reach. Null is what nobody has told yet. */
export const contactProperties = {
  phone: p.text().nullable(),
  hours: p.json<OpeningHours>().nullable(),
  languages: p.array<string>().nullable(),
  /** Day as of which the contact is known. */
  asOf: p.date().nullable(),
  version: p.integer().version(),
};
