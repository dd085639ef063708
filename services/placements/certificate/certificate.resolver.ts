import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { anyone } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import type { PlacementsContext } from '../context.ts';
import { DeploymentType } from '../deployment/deployment.types.ts';
import { maySeeCertificate, readCertificateNumber } from './certificate.rules.ts';
import { CertificateType, DeploymentCertificateType } from './certificate.types.ts';

@Resolver()
export class CertificateResolver {
  @Allow(anyone)
  @Query(() => CertificateType, {
    nullable: true,
    description: 'Whether a certificate of service abroad is genuine, by the number on it. Null where it is not.',
  })
  async certificate(
    @Arg('number', () => String, { description: 'As printed, with or without hyphens, in capitals or not.' })
    typed: string,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<CertificateType | null> {
    const number = readCertificateNumber(typed);
    const row = number === null ? null : await loaders.certificateByNumber.load(number);
    return row && new CertificateType(row);
  }
}

@Resolver(() => DeploymentType)
export class DeploymentCertificateResolver {
  @FieldResolver(() => DeploymentCertificateType, {
    nullable: true,
    description:
      'Null until the service has ended with one, and for whoever neither served, nor was the host, nor runs placements.',
  })
  async certificate(
    @Root() { id }: DeploymentType,
    @Ctx() { loaders, viewer, publicUrl }: PlacementsContext,
  ): Promise<DeploymentCertificateType | null> {
    const row = await loaders.certificateByDeployment.load(id);
    const whose = row && { personId: row.person_id, hostOrganisationId: row.host_organisation_id };
    return row && whose && maySeeCertificate(viewer, whose) ? new DeploymentCertificateType(row, publicUrl) : null;
  }
}
