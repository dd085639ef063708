import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { ConsentPurpose } from '../registration.rules.ts';

/** A consent as the graph reads it. */
export interface ConsentRow {
  readonly key: string;
  readonly purpose: ConsentPurpose;
  readonly version: string;
  readonly given_at: Date;
}

const CONSENTS = statement(
  'consents',
  `select registration_id as key, purpose, version, given_at from consent
   where registration_id = any($1::text[]) order by registration_id, purpose`,
);

export interface ConsentLoaders {
  /** By ID of the registration, by purpose. */
  readonly consentsByRegistration: DataLoader<string, ConsentRow[]>;
}

export function consentLoaders(read: Reader): ConsentLoaders {
  return { consentsByRegistration: keyedListLoader<ConsentRow>(read, CONSENTS) };
}
