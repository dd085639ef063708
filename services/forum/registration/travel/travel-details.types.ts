import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { InvalidInput, VersionConflict } from '../../../shared/graph/user-error.ts';
import { RegistrationNotConfirmed, RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { RegistrationType } from '../registration.types.ts';
import { TRAVEL_TEXT_LENGTH } from './travel.rules.ts';
import type { TravelDetailsRow } from './travel-details.loaders.ts';

@ObjectType('TravelDetails', {
  description: 'What a confirmed participant tells of their journey. Deleted when the registration ends.',
})
export class TravelDetailsType {
  @Field(() => DateTime, { nullable: true })
  readonly arrivesAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Flight, train or other way.' })
  readonly arrivalTransport: string | null;
  @Field(() => DateTime, { nullable: true })
  readonly departsAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Flight, train or other way.' })
  readonly departureTransport: string | null;
  @Field(() => String, { nullable: true })
  readonly hotel: string | null;
  @Field(() => Boolean, { nullable: true })
  readonly needsVisa: boolean | null;
  @Field(() => String, { nullable: true, description: 'Embassy or consulate where the visa is asked for.' })
  readonly visaOffice: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to call in an emergency, and how.' })
  readonly emergencyContact: string | null;
  @Field(() => DateTime, { description: 'When this was last told.' })
  readonly toldAt: Date;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  constructor(row: TravelDetailsRow) {
    this.arrivesAt = row.arrives_at;
    this.arrivalTransport = row.arrival_transport;
    this.departsAt = row.departs_at;
    this.departureTransport = row.departure_transport;
    this.hotel = row.hotel;
    this.needsVisa = row.needs_visa;
    this.visaOffice = row.visa_office;
    this.emergencyContact = row.emergency_contact;
    this.toldAt = row.told_at;
    this.version = row.version;
  }
}

const TEXT = `At most ${TRAVEL_TEXT_LENGTH} characters.`;

@InputType({ description: 'The whole journey as it is known now: what is left out is emptied.' })
export class RecordTravelDetailsInput {
  @Field(() => ID)
  readonly registrationId!: string;
  @Field(() => DateTime, { nullable: true })
  readonly arrivesAt?: Date | null;
  @Field(() => String, { nullable: true, description: `Flight, train or other way. ${TEXT}` })
  readonly arrivalTransport?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Not before the arrival.' })
  readonly departsAt?: Date | null;
  @Field(() => String, { nullable: true, description: `Flight, train or other way. ${TEXT}` })
  readonly departureTransport?: string | null;
  @Field(() => String, { nullable: true, description: TEXT })
  readonly hotel?: string | null;
  @Field(() => Boolean, { nullable: true })
  readonly needsVisa?: boolean | null;
  @Field(() => String, { nullable: true, description: `Embassy or consulate where the visa is asked for. ${TEXT}` })
  readonly visaOffice?: string | null;
  @Field(() => String, { nullable: true, description: `Whom to call in an emergency, and how. ${TEXT}` })
  readonly emergencyContact?: string | null;
  @Field(() => Int, { nullable: true, description: 'Version that the client has read; 0 where nothing was told yet.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The journey is noted.' })
export class RecordTravelDetailsSuccess {
  @Field(() => RegistrationType)
  readonly registration: RegistrationType;

  constructor(registration: RegistrationType) {
    this.registration = registration;
  }
}

export const RecordTravelDetailsResult = createUnionType({
  name: 'RecordTravelDetailsResult',
  description: 'The registration with its travel details, or what stands in its way.',
  types: () =>
    [
      RecordTravelDetailsSuccess,
      RegistrationNotFound,
      RegistrationNotConfirmed,
      VersionConflict,
      InvalidInput,
    ] as const,
});
