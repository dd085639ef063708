import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { fileUrl } from '../../../shared/files/file.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import { dayIn } from '../../../shared/text/day.rules.ts';
import type { ForumContext } from '../../context.ts';
import type { EditionRow } from '../../edition/edition.loaders.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { EditionNotFound } from '../../registration/register/register-for-forum.types.ts';
import { RegistrationType } from '../../registration/registration.types.ts';
import { maySeeDocument } from '../letter.rules.ts';
import { checkKey } from '../letter-input.rules.ts';
import { invalidInput } from '../letter-input.types.ts';
import { EditionNotFinished } from '../letter-refusals.types.ts';
import { say } from '../messages.ts';
import { verificationUrl } from '../verification/verification-url.ts';
import {
  AttendanceCertificateType,
  IssueAttendanceCertificatesInput,
  IssueAttendanceCertificatesResult,
  IssueAttendanceCertificatesSuccess,
} from './attendance-certificate.types.ts';
import {
  type IssueAttendanceCertificatesOutcome,
  issueAttendanceCertificates,
} from './issue-attendance-certificates.ts';

@Resolver(() => AttendanceCertificateType)
export class AttendanceCertificateResolver {
  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => IssueAttendanceCertificatesResult, {
    description:
      'Issues a certificate to everybody who attended a finished edition and has none. Repeat it freely: nobody gets two.',
  })
  async issueAttendanceCertificates(
    @Arg('input', () => IssueAttendanceCertificatesInput) input: IssueAttendanceCertificatesInput,
    @Ctx() { em, viewer, locale, loaders, now }: ForumContext,
  ): Promise<typeof IssueAttendanceCertificatesResult> {
    const { editionId } = input;
    const idempotencyKey = input.idempotencyKey ?? null;
    const violations = checkKey(idempotencyKey);
    if (violations.length > 0) return invalidInput(violations, locale);
    const command = { actorId: personOf(viewer), idempotencyKey, editionId };
    const outcome = await issueAttendanceCertificates(em, command, now());
    const edition = await loaders.editionById.load(editionId);
    if ('refusal' in outcome) return refusals[outcome.refusal](locale, edition);
    if (!edition) throw new Error(`edition ${editionId} is gone`);
    return new IssueAttendanceCertificatesSuccess(new EditionType(edition), outcome);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the certificate is fetched as a PDF, with the same `authorization` as here, in the language of `?language=` (kk, ru, en) or of the request. Null once the person is erased.',
  })
  url(@Root() { row }: AttendanceCertificateType, @Ctx() { publicUrl }: ForumContext): string | null {
    const hasName = row.latin_name !== null || row.native_name !== null;
    return hasName ? fileUrl(publicUrl, 'forum', 'attendance-certificates', row.id) : null;
  }

  @FieldResolver(() => String, {
    description: 'Where anyone may see that the certificate is genuine, as its QR code says.',
  })
  verificationUrl(@Root() { row }: AttendanceCertificateType, @Ctx() { publicUrl }: ForumContext): string {
    return verificationUrl(publicUrl, row);
  }
}

const refusals: Record<
  Extract<IssueAttendanceCertificatesOutcome, { refusal: string }>['refusal'],
  (locale: string, edition: EditionRow | null) => typeof IssueAttendanceCertificatesResult
> = {
  'edition-not-found': (locale) => new EditionNotFound(say('EDITION_NOT_FOUND', locale)),
  'edition-not-finished': (locale, edition) => new EditionNotFinished(say('EDITION_NOT_FINISHED', locale), edition),
  'idempotency-key-reused': (locale) => new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale)),
};

@Resolver(() => RegistrationType)
export class RegistrationCertificateResolver {
  @FieldResolver(() => AttendanceCertificateType, {
    nullable: true,
    description:
      'Null until it is issued, after the edition; and for whoever is neither the person nor runs the edition.',
  })
  async attendanceCertificate(
    @Root() registration: RegistrationType,
    @Ctx() { loaders, viewer }: ForumContext,
  ): Promise<AttendanceCertificateType | null> {
    if (!maySeeDocument(viewer, registration)) return null;
    const row = await loaders.attendanceCertificateByRegistration.load(registration.id);
    return row && new AttendanceCertificateType(row, dayIn(row.edition_as_issued.timeZone, row.issued_at));
  }
}
