import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { ForumContext } from '../context.ts';
import { AttendanceCertificateSchema } from './attendance/attendance-certificate.entity.ts';
import {
  AttendanceCertificateResolver,
  RegistrationCertificateResolver,
} from './attendance/attendance-certificate.resolver.ts';
import { InvitationLetterSchema } from './invitation/invitation-letter.entity.ts';
import {
  EditionLettersResolver,
  InvitationLetterResolver,
  RegistrationLetterResolver,
} from './invitation/invitation-letter.resolver.ts';
import { InvitationLetterType } from './invitation/invitation-letter.types.ts';
import { InvitationLetterMutationsResolver } from './invitation/invitation-letter-mutations.resolver.ts';
import { maySeeDocument } from './letter.rules.ts';
import { attendanceCertificateFile, invitationLetterFile } from './print/letter-files.ts';
import {
  AttendanceCertificateVerificationResolver,
  InvitationLetterVerificationResolver,
} from './verification/verification.resolver.ts';
import { verificationPage } from './verification/verification-page.ts';

/** Invitation letters and attendance certificates. */
export const letterPart: ServicePart<ForumContext> = {
  entities: [InvitationLetterSchema, AttendanceCertificateSchema],
  resolvers: [
    InvitationLetterResolver,
    InvitationLetterMutationsResolver,
    RegistrationLetterResolver,
    EditionLettersResolver,
    AttendanceCertificateResolver,
    RegistrationCertificateResolver,
    InvitationLetterVerificationResolver,
    AttendanceCertificateVerificationResolver,
  ],
  references: {
    InvitationLetter: byLoader(
      'id',
      ({ loaders }) => loaders.invitationLetterById,
      (row, { viewer }) =>
        maySeeDocument(viewer, { personId: row.person_id, editionId: row.edition_id })
          ? new InvitationLetterType(row)
          : null,
    ),
  },
  files: {
    'invitation-letters': invitationLetterFile,
    'attendance-certificates': attendanceCertificateFile,
    verifications: verificationPage,
  },
};
