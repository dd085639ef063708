import { isDeepStrictEqual } from 'node:util';
import type { FieldChange } from '../../shared/journal/journal.entities.ts';
import { type Contact, type ContactChange, changedContact } from './contact.rules.ts';

const FIELDS = ['phone', 'hours', 'languages', 'asOf'] as const;

/** A row with a contact in it, where nothing may be absent or null. */
type ContactRow = { -readonly [Field in keyof Contact]?: Contact[Field] };

/** Writes a change into a row, and tells the audit which fields are other than before; not what is in them. */
export function writeContact(row: ContactRow, change: ContactChange): FieldChange[] {
  const { phone = null, hours = null, languages = null, asOf = null } = row;
  const before: Contact = { phone, hours, languages, asOf };
  const after = changedContact(before, change);
  const changed = FIELDS.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  if (changed.length > 0) Object.assign(row, after);
  return changed.map((field) => ({ field, from: null, to: null }));
}
