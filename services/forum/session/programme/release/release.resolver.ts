import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holdersOver, personOf } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import { fileUrl } from '../../../../shared/files/file.ts';
import { PageArgs, pageOf } from '../../../../shared/graph/connection.ts';
import { LocalizedText } from '../../../../shared/graph/localized-text.ts';
import { Locale } from '../../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused } from '../../../../shared/graph/user-error.ts';
import { checkTexts, textsOf } from '../../../../shared/text/given-texts.rules.ts';
import type { ForumContext } from '../../../context.ts';
import { EditionType } from '../../../edition/edition.types.ts';
import { EditionNotFound } from '../../../registration/register/register-for-forum.types.ts';
import { SessionType } from '../../session.types.ts';
import { PROGRAMMES } from '../calendar/programme-calendar.ts';
import { invalidInput } from '../invalid-input.ts';
import { say } from '../messages.ts';
import { seatsRefused } from '../refusals.types.ts';
import { changeSentence } from './change-sentence.ts';
import { NOTE_LENGTH } from './release.rules.ts';
import {
  NothingToRelease,
  ProgrammeChangeType,
  ProgrammeReleaseConnection,
  ProgrammeReleaseType,
  ReleaseProgrammeInput,
  ReleaseProgrammeResult,
  ReleaseProgrammeSuccess,
  releaseKey,
} from './release.types.ts';
import { releaseProgramme } from './release-programme.ts';

@Resolver(() => ProgrammeReleaseType)
export class ProgrammeReleaseResolver {
  @FieldResolver(() => LocalizedText, {
    nullable: true,
    description: 'What the organisers say of it. Null where they say nothing, as of an urgent change.',
  })
  note(
    @Root() { note }: ProgrammeReleaseType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(note, locale ?? context.locale);
  }

  @FieldResolver(() => [ProgrammeChangeType], {
    description: 'How the programme differs from the release before, in the order of time.',
  })
  async changes(
    @Root() { id, editionId }: ProgrammeReleaseType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<ProgrammeChangeType[]> {
    const rows = await loaders.changesByRelease.load(id);
    return rows.map(({ session_id: sessionId, starts_at: startsAt, ends_at: endsAt, room_name: roomName, ...rest }) => {
      const change = { ...rest, sessionId, startsAt, endsAt, roomName };
      return new ProgrammeChangeType(change, editionId);
    });
  }

  @Allow<undefined>(holdersOver('EDITION', ({ args }) => args.input.editionId, 'ADMINISTRATOR'))
  @Mutation(() => ReleaseProgrammeResult, {
    description:
      'Makes the draft of a programme what participants see. Bookings follow: they move with their sessions, end with those that are cancelled, and are marked where they overlap since.',
  })
  async releaseProgramme(
    @Arg('input', () => ReleaseProgrammeInput) { idempotencyKey = null, editionId, note }: ReleaseProgrammeInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ReleaseProgrammeResult> {
    const { locale, loaders } = context;
    const violations = checkTexts(['note'], note ?? [], { maximum: NOTE_LENGTH, required: false });
    if (violations.length > 0) return invalidInput(violations, locale);
    const command = { actorId: personOf(context.viewer), idempotencyKey, editionId, note: textsOf(note ?? []) };
    const outcome = await releaseProgramme(context.em, command, context.now());
    if ('releaseId' in outcome) {
      const row = await loaders.releaseById.load(outcome.releaseId);
      if (!row) throw new Error(`release ${outcome.releaseId} is gone`);
      return new ReleaseProgrammeSuccess(new ProgrammeReleaseType(row));
    }
    switch (outcome.refusal) {
      case 'edition-not-found':
        return new EditionNotFound(say('EDITION_NOT_FOUND', locale));
      case 'nothing-to-release':
        return new NothingToRelease(say('NOTHING_TO_RELEASE', locale));
      case 'idempotency-key-reused':
        return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
      default:
        return seatsRefused(outcome, locale);
    }
  }
}

@Resolver(() => ProgrammeChangeType)
export class ProgrammeChangeResolver {
  @FieldResolver(() => SessionType, {
    nullable: true,
    description: 'As it is released now. Null for one that is not released yet.',
  })
  async session(
    @Root() { sessionId }: ProgrammeChangeType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<SessionType | null> {
    const row = await loaders.sessionById.load(sessionId);
    return row && new SessionType(row);
  }

  @FieldResolver(() => LocalizedText, {
    nullable: true,
    description: 'Title of the session as this change leaves it.',
  })
  title(
    @Root() { change }: ProgrammeChangeType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(change.title, locale ?? context.locale);
  }

  @FieldResolver(() => String, {
    description:
      "The change in words, in Kazakh, Russian or English; times are in the edition's zone: `Moved from 10:00 to 11:30, room B.`",
  })
  async sentence(
    @Root() { change, editionId }: ProgrammeChangeType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): Promise<string> {
    const edition = await context.loaders.editionById.load(editionId);
    return changeSentence(change, edition?.time_zone ?? 'UTC', locale ?? context.locale);
  }
}

@Resolver(() => EditionType)
export class EditionReleasesResolver {
  @FieldResolver(() => ProgrammeReleaseConnection, {
    description: 'The versions of the programme that participants have seen, the newest first.',
  })
  async programmeReleases(
    @Root() { id }: EditionType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const cut = await loaders.releasesByEdition.load({ owner: id, page: pageOf(page, 1) });
    return ProgrammeReleaseConnection.of(cut, releaseKey, (row) => new ProgrammeReleaseType(row));
  }

  @FieldResolver(() => String, {
    description:
      'Where the released programme is for calendars, RFC 5545: to download or to subscribe to. `?locale=ru` asks for a language.',
  })
  programmeCalendarUrl(@Root() { id }: EditionType, @Ctx() { publicUrl }: ForumContext): string {
    return fileUrl(publicUrl, 'forum', PROGRAMMES, id);
  }
}
