import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import type { PlacementsContext } from '../../context.ts';
import { ApplicationType } from '../application.types.ts';
import { needsConfirmation } from '../confirm-terms/confirm-terms.rules.ts';
import { EligibilityType } from '../eligibility/eligibility.types.ts';
import { ApplicationDetailsType } from './application-details.types.ts';

@Resolver(() => ApplicationType)
export class ApplicationDetailsResolver {
  @FieldResolver(() => ApplicationDetailsType, {
    nullable: true,
    description: 'What the applicant wrote, for whoever may see the application.',
  })
  async details(
    @Root() { id }: ApplicationType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<ApplicationDetailsType | null> {
    const row = await loaders.applicationDetailsById.load(id);
    return row && new ApplicationDetailsType(row);
  }

  @FieldResolver(() => EligibilityType, {
    description:
      'How the applicant was judged when they applied, or last confirmed the terms. It is kept as it was then.',
  })
  eligibility(@Root() { row }: ApplicationType, @Ctx() { locale }: PlacementsContext): EligibilityType {
    return new EligibilityType(row.eligibility, locale);
  }

  @FieldResolver(() => Boolean, {
    description:
      'True while the terms of the opening have changed since the applicant agreed to them: `confirmTerms` says that they still want it. Ends with NOT_SELECTED where they do not, after `confirmationEndsAt`.',
  })
  needsConfirmation(@Root() { row }: ApplicationType): boolean {
    return needsConfirmation(row.status, row.terms_version, row.opening_terms_version);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When the application ends unless changed terms are confirmed. Null where there is nothing to confirm.',
  })
  confirmationEndsAt(@Root() { row }: ApplicationType): Date | null {
    return needsConfirmation(row.status, row.terms_version, row.opening_terms_version)
      ? row.confirmation_ends_at
      : null;
  }
}
