import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { CountryCode, DateTime, TimeZone } from '../../shared/graph/scalars.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { EditionRow } from './edition.loaders.ts';
import { EditionStatus } from './edition.rules.ts';

registerEnumType(EditionStatus, {
  name: 'EditionStatus',
  description: 'Where an edition is in its life, from its announcement to the archive.',
  valuesConfig: {
    DRAFT: { description: 'Seen by administrators alone.' },
    REGISTRATION_OPEN: { description: 'People may register between `registrationOpensAt` and `registrationClosesAt`.' },
    FINISHED: {
      description:
        'Over. Whoever still waited is cancelled; dietary and accessibility needs are deleted 30 days later.',
    },
    ARCHIVED: {
      description: 'Read only. What people wrote in their registrations is deleted 24 months later.',
    },
    CANCELLED: {
      description: 'Will not take place: every registration is cancelled. Needs are deleted 30 days later.',
    },
    POSTPONED: { description: 'Put off without a new date. Offers of seats went back to the queue, in its order.' },
  },
});

@ObjectType('Country', { description: 'A country, ISO 3166-1.' })
@Directive('@key(fields: "code", resolvable: false)')
export class CountryReference {
  @Field(() => CountryCode)
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

@ObjectType('EditionDeadlines', {
  description: 'Until when things may be done before an edition; each is null where there is no such deadline.',
})
export class EditionDeadlinesType {
  @Field(() => DateTime, { nullable: true, description: 'Participants may change their registrations until here.' })
  readonly modification: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Delegations nominate until here.' })
  readonly nomination: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Nominated people confirm until here.' })
  readonly confirmation: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Delegations replace one nominee by another until here.' })
  readonly substitution: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Delegations hand in credentials until here.' })
  readonly credentials: Date | null;

  constructor(row: EditionRow) {
    this.modification = row.modification_closes_at;
    this.nomination = row.nomination_closes_at;
    this.confirmation = row.confirmation_closes_at;
    this.substitution = row.substitution_closes_at;
    this.credentials = row.credentials_close_at;
  }
}

@ObjectType('ForumEdition', {
  implements: Node,
  description: "One yearly edition of the forum of the Commonwealth's volunteers.",
})
@Directive('@key(fields: "id")')
export class EditionType extends Node {
  @Field(() => Int, { description: 'The year it belongs to; one edition a year.' })
  readonly year: number;
  @Field(() => TimeZone, { description: 'Deadlines and the programme are days and hours in this zone.' })
  readonly timeZone: string;
  @Field(() => DateTime, { nullable: true, description: 'Null until announced.' })
  readonly startsAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null until announced.' })
  readonly endsAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null until announced. Registration is open from here on.' })
  readonly registrationOpensAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null until announced. Registration is closed from here on.' })
  readonly registrationClosesAt: Date | null;
  @Field(() => EditionDeadlinesType, { description: 'To be read in `timeZone`, like all dates of the edition.' })
  readonly deadlines: EditionDeadlinesType;
  @Field(() => Int, { description: 'For how many hours a seat is held for somebody from the waiting list.' })
  readonly seatOfferHours: number;
  @Field(() => Boolean, {
    description:
      'Whether seats are kept for what quotas promise to delegations, as `availability.reserved` counts them. Where they are not, delegates take free seats, or wait before everybody else.',
  })
  readonly setsQuotasAside: boolean;
  @Field(() => EditionStatus)
  readonly status: EditionStatus;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Null until it is archived. What people wrote in their registrations is deleted 24 months later.',
  })
  readonly archivedAt: Date | null;
  @Field(() => Boolean, {
    description: 'True where dates, capacity and programme are a demonstration. The real ones are not published yet.',
  })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly title: Texts;
  readonly city: Texts;
  readonly hostCountry: string;

  constructor(row: EditionRow) {
    super(row.id);
    this.year = row.year;
    this.timeZone = row.time_zone;
    this.startsAt = row.starts_at;
    this.endsAt = row.ends_at;
    this.registrationOpensAt = row.registration_opens_at;
    this.registrationClosesAt = row.registration_closes_at;
    this.deadlines = new EditionDeadlinesType(row);
    this.seatOfferHours = row.seat_offer_hours;
    this.setsQuotasAside = row.sets_quotas_aside;
    this.status = row.status;
    this.archivedAt = row.archived_at;
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.title = row.title;
    this.city = row.city;
    this.hostCountry = row.host_country;
  }
}

export const ForumEditionConnection = connectionType('ForumEdition', () => EditionType);
export type ForumEditionConnection = InstanceType<typeof ForumEditionConnection>;

/** Sort key of the list of editions. */
export function editionKey(row: EditionRow): [number, string] {
  return [row.year, row.id];
}
