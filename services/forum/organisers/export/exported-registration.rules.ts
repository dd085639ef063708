import { csvLine } from '../../../shared/text/csv.rules.ts';
import type { PersonName } from '../../registration/identity/identity.rules.ts';
import { ExportFormat } from './registrations-export.rules.ts';

/** A registration as an export tells of it. */
export interface ExportedRegistration {
  readonly id: string;
  readonly status: string;
  readonly category: string;
  readonly nativeName: PersonName | null;
  /** As the passport prints it. */
  readonly latinName: PersonName | null;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string | null;
  readonly affiliation: string | null;
  readonly registeredAt: Date;
  /** Null where they are not asked for. */
  readonly needs: Needs | null;
}

export interface Needs {
  readonly dietaryNeeds: string | null;
  readonly accessibilityNeeds: string | null;
  readonly interpretationLanguage: string | null;
}

/** How an export is written. */
export interface ExportTerms {
  readonly format: ExportFormat;
  readonly withNeeds: boolean;
  /** IANA; instants are written as it reads them, with its offset. */
  readonly timeZone: string;
}

const COLUMNS = [
  'id',
  'status',
  'category',
  'nativeName',
  'latinName',
  'citizenship',
  'affiliation',
  'registeredAt',
] as const;
const NEEDS = ['dietaryNeeds', 'accessibilityNeeds', 'interpretationLanguage'] as const;

/** What stands before the registrations: the names of the columns in CSV, nothing in lines of JSON. */
export function exportHead({ format, withNeeds }: ExportTerms): string {
  return format === ExportFormat.CSV ? csvLine(withNeeds ? [...COLUMNS, ...NEEDS] : COLUMNS) : '';
}

/** A registration as one line, with its end. */
export function exportLine(registration: ExportedRegistration, { format, timeZone }: ExportTerms): string {
  const { needs, ...told } = registration;
  const registeredAt = inZone(registration.registeredAt, timeZone);
  if (format === ExportFormat.JSONL) return `${JSON.stringify({ ...told, registeredAt, ...needs })}\n`;
  const cells = { ...told, registeredAt, nativeName: spelled(told.nativeName), latinName: spelled(told.latinName) };
  return csvLine([...COLUMNS.map((column) => cells[column]), ...(needs ? NEEDS.map((column) => needs[column]) : [])]);
}

function spelled(name: PersonName | null): string | null {
  return name && [name.family, name.given, name.patronymic].filter(Boolean).join(' ');
}

/** `2026-10-01T09:30:00+05:00`. */
function inZone(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}
