import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { UserError } from '../../../shared/graph/user-error.ts';
import { OfferStatus } from '../../offer/offer.rules.ts';
import { OpeningStatus } from '../../opening/opening.rules.ts';

@ObjectType({ implements: UserError, description: 'There is no such offer, or it is no business of the viewer.' })
export class PlacementOfferNotFound extends UserError {
  constructor(message: string) {
    super('PLACEMENT_OFFER_NOT_FOUND', message);
  }
}

@ObjectType({
  implements: UserError,
  description: 'The viewer has declared a conflict of interest with the applicant, or is the applicant.',
})
export class ConflictOfInterest extends UserError {
  constructor(message: string) {
    super('CONFLICT_OF_INTEREST', message);
  }
}

@ObjectType({
  implements: UserError,
  description: 'The viewer has not said yet whether they have an interest in the applicant: `declareInterest`.',
})
export class InterestNotDeclared extends UserError {
  constructor(message: string) {
    super('INTEREST_NOT_DECLARED', message);
  }
}

@ObjectType({ implements: UserError, description: 'The viewer has assessed the applicant by this method already.' })
export class AlreadyAssessed extends UserError {
  constructor(message: string) {
    super('ALREADY_ASSESSED', message);
  }
}

@ObjectType({
  implements: UserError,
  description: 'Nobody is chosen for the opening any more: it is decided or cancelled, or service has begun.',
})
export class SelectionClosed extends UserError {
  @Field(() => OpeningStatus, { description: 'Where the opening is.' })
  readonly status: OpeningStatus;
  @Field(() => LocalDate, { description: 'First day of service.' })
  readonly startsOn: string;

  constructor(message: string, { status, startsOn }: { status: OpeningStatus; startsOn: string }) {
    super('SELECTION_CLOSED', message);
    this.status = status;
    this.startsOn = startsOn;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'The applicant has agreed to an older version of the terms of the opening, and confirms the newer first.',
})
export class TermsNotConfirmed extends UserError {
  @Field(() => Int, { description: 'The version that the applicant has agreed to.' })
  readonly termsVersion: number;
  @Field(() => Int, { description: 'The version that the opening has now.' })
  readonly currentTermsVersion: number;

  constructor(message: string, terms: { termsVersion: number; currentTermsVersion: number }) {
    super('TERMS_NOT_CONFIRMED', message);
    this.termsVersion = terms.termsVersion;
    this.currentTermsVersion = terms.currentTermsVersion;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The offer was answered already, or was taken back.',
})
export class PlacementOfferEnded extends UserError {
  @Field(() => OfferStatus, { description: 'How it has ended.' })
  readonly status: OfferStatus;

  constructor(message: string, status: OfferStatus) {
    super('PLACEMENT_OFFER_ENDED', message);
    this.status = status;
  }
}

@ObjectType({
  implements: UserError,
  description: 'What was given is not the whole reserve of the opening, each application once.',
})
export class ReserveDiffers extends UserError {
  @Field(() => [ID], { description: 'The reserve as it is, the first first.' })
  readonly applicationIds: readonly string[];

  constructor(message: string, applicationIds: readonly string[]) {
    super('RESERVE_DIFFERS', message);
    this.applicationIds = applicationIds;
  }
}
