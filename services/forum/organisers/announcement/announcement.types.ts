import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../shared/graph/connection.ts';
import { Node } from '../../../shared/graph/node.ts';
import { DateTime, Locale } from '../../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../../shared/graph/text-input.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { PORTAL_LANGUAGES, type PortalLanguage, type Texts } from '../../../shared/text/localize.rules.ts';
import { EditionNotFound } from '../../registration/register/register-for-forum.types.ts';
import { RegistrationFilterInput } from '../list/registration-filter.types.ts';
import type { AnnouncementRow } from './announcement.loaders.ts';
import { AnnouncementStatus, movesFrom, SUBJECT_LENGTH, TEXT_LENGTH, wordingFor } from './announcement.rules.ts';

registerEnumType(AnnouncementStatus, {
  name: 'AnnouncementStatus',
  description:
    'DRAFT while it is written, HELD in the outbox until somebody sends it, SENDING while mails leave, then SENT; or DISCARDED.',
});

@ObjectType({ description: 'An announcement as readers of one language get it.' })
export class AnnouncementSample {
  @Field(() => Locale)
  readonly locale: PortalLanguage;
  @Field(() => String)
  readonly subject: string;
  @Field(() => String)
  readonly text: string;
  @Field(() => Boolean, { description: 'True where it is not written in this language, and another stands in.' })
  readonly isFallback: boolean;

  constructor(locale: PortalLanguage, texts: { subject: Texts; body: Texts }) {
    const { subject, text, isFallback } = wordingFor(locale, texts);
    this.locale = locale;
    this.subject = subject;
    this.text = text;
    this.isFallback = isFallback;
  }
}

@ObjectType({ description: 'To how many an announcement goes, and what they read.' })
export class AnnouncementPreview {
  @Field(() => Int, {
    description:
      'People with an account, each once. Until it is sent, as many as passed the filter when it was drafted or held; from then on, those it goes to.',
  })
  readonly recipients: number;
  @Field(() => [AnnouncementSample], { description: 'In every language of the portal.' })
  readonly samples: readonly AnnouncementSample[];

  constructor(row: AnnouncementRow) {
    this.recipients = row.recipients;
    this.samples = PORTAL_LANGUAGES.map((locale) => new AnnouncementSample(locale, row));
  }
}

@ObjectType('Announcement', {
  implements: Node,
  description: 'A mail to a group of those who are registered for an edition.',
})
@Directive('@key(fields: "id")')
export class AnnouncementType extends Node {
  @Field(() => AnnouncementStatus)
  readonly status: AnnouncementStatus;
  @Field(() => [AnnouncementStatus], { description: 'Where an administrator may take it from here.' })
  readonly allowedTransitions: readonly AnnouncementStatus[];
  @Field(() => AnnouncementPreview)
  readonly preview: AnnouncementPreview;
  @Field(() => DateTime)
  readonly draftedAt: Date;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  constructor(row: AnnouncementRow) {
    super(row.id);
    this.status = row.status;
    this.allowedTransitions = movesFrom(row.status);
    this.preview = new AnnouncementPreview(row);
    this.draftedAt = row.drafted_at;
    this.version = row.version;
  }
}

export const AnnouncementConnection = connectionType('Announcement', () => AnnouncementType);

/** Sort key of an edition's announcements. */
export function announcementKey({ drafted_at: at, id }: AnnouncementRow): [string, string] {
  return [at.toISOString(), id];
}

@InputType({ description: 'Whom to write to, and what.' })
export class DraftAnnouncementInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => RegistrationFilterInput, {
    nullable: true,
    description:
      'Whose registrations it is for; everybody who ever registered when absent, so `status` is rarely left out. Not by `search`: a group is not made of names.',
  })
  readonly filter?: RegistrationFilterInput | null;
  @Field(() => [LocalizedTextInput], {
    description: `One language at least, ${SUBJECT_LENGTH} characters each at most. Whoever reads another gets en, ru or kk, in this order.`,
  })
  readonly subject!: LocalizedTextInput[];
  @Field(() => [LocalizedTextInput], {
    description: `Plain text, whose lines stay lines. One language at least, ${TEXT_LENGTH} characters each at most.`,
  })
  readonly text!: LocalizedTextInput[];
}

@InputType({ description: 'Which announcement, as the client has read it.' })
export class MoveAnnouncementInput {
  @Field(() => ID)
  readonly announcementId!: string;
  @Field(() => Int, { description: 'Version of the announcement that the client has read.' })
  readonly expectedVersion!: number;
}

@ObjectType({ description: 'The announcement is drafted. Nobody gets it until it is held and sent.' })
export class DraftAnnouncementSuccess {
  @Field(() => AnnouncementType)
  readonly announcement: AnnouncementType;

  constructor(announcement: AnnouncementType) {
    this.announcement = announcement;
  }
}

@ObjectType({ description: 'The announcement has moved on.' })
export class MoveAnnouncementSuccess {
  @Field(() => AnnouncementType)
  readonly announcement: AnnouncementType;

  constructor(announcement: AnnouncementType) {
    this.announcement = announcement;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such announcement.' })
export class AnnouncementNotFound extends UserError {
  constructor(message: string) {
    super('ANNOUNCEMENT_NOT_FOUND', message);
  }
}

export const DraftAnnouncementResult = createUnionType({
  name: 'DraftAnnouncementResult',
  description: 'The draft, or what stands in its way.',
  types: () => [DraftAnnouncementSuccess, EditionNotFound, IdempotencyKeyReused, InvalidInput] as const,
});

export const MoveAnnouncementResult = createUnionType({
  name: 'MoveAnnouncementResult',
  description: 'The announcement, or what stands in the way.',
  types: () => [MoveAnnouncementSuccess, AnnouncementNotFound, VersionConflict, InvalidTransition] as const,
});
