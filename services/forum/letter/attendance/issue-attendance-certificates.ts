import type { EntityManager } from '@mikro-orm/postgresql';
import { randomCode } from '../../../shared/crypto/random-code.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { Edition } from '../../edition/edition.entity.ts';
import { EditionStatus } from '../../edition/edition.rules.ts';
import { editionAsIssued } from '../edition-as-issued.ts';
import { CODE_LENGTH } from '../numbering/document-number.rules.ts';
import { lockNumbers, takeNumbers } from '../numbering/take-numbers.ts';

export interface IssueAttendanceCertificates {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly editionId: string;
}

export type IssueAttendanceCertificatesOutcome =
  | {
      readonly editionId: string;
      readonly issued: number;
      /** Those who attended and whose name nobody has told. */
      readonly withoutName: number;
    }
  | { readonly refusal: 'edition-not-found' | 'idempotency-key-reused' }
  | { readonly refusal: 'edition-not-finished'; readonly editionId: string };

/**
 * Issues a certificate to everybody who attended a finished edition and has none, in the order of their registrations.
 *
 * Repeating it issues what is missing by then, and to nobody twice. Who has no name yet is passed over.
 */
export function issueAttendanceCertificates(
  em: EntityManager,
  command: IssueAttendanceCertificates,
  now: Date,
): Promise<IssueAttendanceCertificatesOutcome> {
  const { actorId, idempotencyKey: key, ...input } = command;
  return em.transactional((tx) =>
    once<IssueAttendanceCertificatesOutcome>(
      tx,
      { actorId, operation: 'issueAttendanceCertificates', key, input },
      now,
      () => issue(tx, command, now),
    ),
  );
}

async function issue(
  tx: EntityManager,
  { actorId, editionId }: IssueAttendanceCertificates,
  now: Date,
): Promise<IssueAttendanceCertificatesOutcome> {
  const edition = await tx.findOne(Edition, editionId);
  if (!edition || edition.status === EditionStatus.DRAFT) return { refusal: 'edition-not-found' };
  if (edition.status !== EditionStatus.FINISHED) return { refusal: 'edition-not-finished', editionId };

  const series = { editionId, year: edition.year, kind: 'ATTENDANCE_CERTIFICATE' } as const;
  await lockNumbers(tx, series);
  const attended = await attendedWithout(tx, editionId);
  const named = attended.filter(({ has_name }) => has_name).map(({ id }) => id);
  const withoutName = attended.length - named.length;
  if (named.length === 0) return { editionId, issued: 0, withoutName };

  const numbers = await takeNumbers(tx, series, named.length);
  const made = named.map((registrationId, index) => ({
    id: newId('attendance_certificate'),
    registration_id: registrationId,
    number: numbers[index],
    code: randomCode(CODE_LENGTH),
  }));
  await tx.execute(INSERT, [now, JSON.stringify(editionAsIssued(edition)), JSON.stringify(made)]);
  const changes = [{ field: 'attendanceCertificates', from: null, to: named.length }];
  audit(tx, { actorId, command: 'issueAttendanceCertificates', subjectId: editionId, changes }, now);
  publish(tx, 'AttendanceCertificatesIssued', { editionId, issued: named.length }, now);
  return { editionId, issued: named.length, withoutName };
}

/** Under lock, so that whoever is erased at this moment is waited for, or finds the certificate to empty. */
function attendedWithout(tx: EntityManager, editionId: string): Promise<{ id: string; has_name: boolean }[]> {
  return tx.execute(
    `select id, num_nonnulls(latin_name, native_name) > 0 as has_name from registration
     where edition_id = ? and status = 'ATTENDED'
       and not exists (select from attendance_certificate where registration_id = registration.id)
     order by registered_at, id for no key update`,
    [editionId],
  );
}

const INSERT = `
  insert into attendance_certificate
    (id, registration_id, edition_id, number, code, issued_at, native_name, latin_name, edition_as_issued)
  select made.id, made.registration_id, registration.edition_id, made.number, made.code, ?::timestamptz, native_name,
    latin_name, ?::jsonb
  from jsonb_to_recordset(?::jsonb) as made (id text, registration_id text, number text, code text)
  join registration on registration.id = made.registration_id`;
