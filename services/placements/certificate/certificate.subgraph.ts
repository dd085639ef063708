import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { CertificateSchema } from './certificate.entity.ts';
import { CertificateResolver, DeploymentCertificateResolver } from './certificate.resolver.ts';
import { noteHolder } from './note-holder.ts';
import { certificateFile, verificationPage } from './print/certificate-files.ts';
import { RevokeCertificateResolver } from './revoke/revoke-certificate.resolver.ts';

/** What shows that somebody has served abroad. */
export const certificatePart: ServicePart<PlacementsContext> = {
  entities: [CertificateSchema],
  resolvers: [CertificateResolver, DeploymentCertificateResolver, RevokeCertificateResolver],
  handlers: { ProfileNoted: noteHolder },
  files: { certificates: certificateFile, verifications: verificationPage },
};
