import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { VersionConflict } from '../../../shared/graph/user-error.ts';
import type { NetworkContext } from '../../context.ts';
import { invalidForm } from '../../form/invalid-form.ts';
import { say as sayOfForm } from '../../form/messages.ts';
import { say } from '../messages.ts';
import { checkOrganisation } from '../organisation.rules.ts';
import { OrganisationNotFound, OrganisationSuccess } from '../organisation.types.ts';
import { organisationNow } from '../seen-organisation.types.ts';
import { correctOrganisation } from './correct-organisation.ts';
import { CorrectOrganisationInput, CorrectOrganisationResult, OrganisationDecided } from './correction.types.ts';

@Resolver()
export class OrganisationCorrectionResolver {
  @Allow(signedIn)
  @Mutation(() => CorrectOrganisationResult, {
    description:
      'Corrects a submitted organisation before it is decided about. By its representatives; to others there is none.',
  })
  async correctOrganisation(
    @Arg('input', () => CorrectOrganisationInput) input: CorrectOrganisationInput,
    @Ctx() { em, loaders, locale, viewer, now }: NetworkContext,
  ): Promise<typeof CorrectOrganisationResult> {
    const { organisationId, regionCode, sector, webAddress = null, expectedVersion = null } = input;
    const name = input.name.map(({ locale, text }) => ({ locale, text }));
    const organisation = { name, regionCode, sector, webAddress };
    const violations = checkOrganisation(organisation, await loaders.regionCodes.load('all'));
    if (violations.length > 0) return invalidForm(violations, locale);

    const outcome = await correctOrganisation(em, { viewer, organisationId, expectedVersion, organisation }, now());
    if (!('refusal' in outcome)) return new OrganisationSuccess(await organisationNow(organisationId, loaders));
    switch (outcome.refusal) {
      case 'organisation-not-found':
        return new OrganisationNotFound(say('ORGANISATION_NOT_FOUND', locale));
      case 'organisation-decided':
        return new OrganisationDecided(say('ORGANISATION_DECIDED', locale), outcome.status);
      case 'version-conflict':
        return new VersionConflict(sayOfForm('VERSION_CONFLICT', locale), outcome.currentVersion);
    }
  }
}
