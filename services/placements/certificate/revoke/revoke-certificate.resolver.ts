import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput, VersionConflict } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { CertificateType } from '../certificate.types.ts';
import { say } from '../messages.ts';
import { revokeCertificate } from './revoke-certificate.ts';
import {
  CertificateNotFound,
  RevokeCertificateInput,
  RevokeCertificateResult,
  RevokeCertificateSuccess,
} from './revoke-certificate.types.ts';

@Resolver()
export class RevokeCertificateResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => RevokeCertificateResult, {
    description: 'Revokes a certificate of service abroad. Whoever verifies it learns so at once.',
  })
  async revokeCertificate(
    @Arg('input', () => RevokeCertificateInput) input: RevokeCertificateInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof RevokeCertificateResult> {
    const { number, reason, expectedVersion = null } = input;
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const outcome = await revokeCertificate(em, { actorId: personOf(viewer), number, reason, expectedVersion }, now());
    if ('refusal' in outcome) {
      return outcome.refusal === 'version-conflict'
        ? new VersionConflict(say('VERSION_CONFLICT', locale), outcome.currentVersion)
        : new CertificateNotFound(say('CERTIFICATE_NOT_FOUND', locale));
    }
    const row = await loaders.certificateByNumber.load(outcome.number);
    if (!row) throw new Error(`the certificate ${outcome.number} is gone`);
    return new RevokeCertificateSuccess(new CertificateType(row));
  }
}
