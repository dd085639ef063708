import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holdersOver, holds, personOf, signedIn } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import { LocalizedText } from '../../../../shared/graph/localized-text.ts';
import { Locale } from '../../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, VersionConflict } from '../../../../shared/graph/user-error.ts';
import type { ForumContext } from '../../../context.ts';
import { EditionNotFound } from '../../../registration/register/register-for-forum.types.ts';
import { SessionNotFound, SessionType } from '../../session.types.ts';
import { invalidInput } from '../invalid-input.ts';
import { say } from '../messages.ts';
import { draftOf, roomOccupied, seatsRefused } from '../refusals.types.ts';
import { RoomType } from '../room/room.types.ts';
import { changeSessionDraft } from './change-session-draft.ts';
import {
  ChangeSessionDraftResult,
  ChangeSessionDraftSuccess,
  DraftSessionResult,
  DraftSessionSuccess,
  RemoveSessionDraftResult,
  RemoveSessionDraftSuccess,
} from './draft-results.types.ts';
import { draftSession } from './draft-session.ts';
import { removeSessionDraft } from './remove-session-draft.ts';
import type { SessionInput } from './session-draft.rules.ts';
import {
  ChangeSessionDraftInput,
  DraftSessionInput,
  RemoveSessionDraftInput,
  type SessionDraftContentInput,
  SessionDraftType,
} from './session-draft.types.ts';

@Resolver(() => SessionDraftType)
export class SessionDraftResolver {
  @FieldResolver(() => LocalizedText, { nullable: true })
  title(
    @Root() { title }: SessionDraftType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(title, locale ?? context.locale);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where none is written.' })
  description(
    @Root() { description }: SessionDraftType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(description, locale ?? context.locale);
  }

  @FieldResolver(() => RoomType, { nullable: true })
  async room(@Root() { roomId }: SessionDraftType, @Ctx() { loaders }: ForumContext): Promise<RoomType | null> {
    const row = await loaders.roomById.load(roomId);
    return row && new RoomType(row);
  }

  @FieldResolver(() => SessionType, { nullable: true, description: 'As it is released. Null until it is.' })
  async session(@Root() { id }: SessionDraftType, @Ctx() { loaders }: ForumContext): Promise<SessionType | null> {
    const row = await loaders.sessionById.load(id);
    return row && new SessionType(row);
  }

  @Allow<undefined>(holdersOver('EDITION', ({ args }) => args.input.editionId, 'ADMINISTRATOR'))
  @Mutation(() => DraftSessionResult, {
    description:
      "Writes a new session into the draft of an edition's programme. Participants see it once `releaseProgramme` has released it.",
  })
  async draftSession(
    @Arg('input', () => DraftSessionInput) input: DraftSessionInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof DraftSessionResult> {
    const { locale } = context;
    const { editionId, idempotencyKey = null } = input;
    const command = { actorId: personOf(context.viewer), idempotencyKey, editionId, session: contentOf(input) };
    const outcome = await draftSession(context.em, command, context.now());
    if (!('refusal' in outcome)) {
      return new DraftSessionSuccess(await draftOf(outcome.sessionId, context));
    }
    switch (outcome.refusal) {
      case 'invalid-input':
        return invalidInput(outcome.violations, locale);
      case 'edition-not-found':
        return new EditionNotFound(say('EDITION_NOT_FOUND', locale));
      case 'idempotency-key-reused':
        return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
      case 'room-occupied':
        return roomOccupied(outcome.sessionIds, context);
    }
  }

  @Allow(signedIn)
  @Mutation(() => ChangeSessionDraftResult, {
    description:
      'Writes a session of the draft anew, as a whole; one that was removed is back. Administrators of its edition only: to others there is no such session.',
  })
  async changeSessionDraft(
    @Arg('input', () => ChangeSessionDraftInput) input: ChangeSessionDraftInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ChangeSessionDraftResult> {
    const { locale } = context;
    const { sessionId, expectedVersion } = input;
    if (!(await isTheirs(sessionId, context))) return new SessionNotFound(say('SESSION_NOT_FOUND', locale));
    const command = { actorId: personOf(context.viewer), sessionId, expectedVersion, session: contentOf(input) };
    const outcome = await changeSessionDraft(context.em, command, context.now());
    if (!('refusal' in outcome)) return new ChangeSessionDraftSuccess(await freshDraft(sessionId, context));
    switch (outcome.refusal) {
      case 'session-not-found':
        return new SessionNotFound(say('SESSION_NOT_FOUND', locale));
      case 'version-conflict':
        return new VersionConflict(say('VERSION_CONFLICT', locale), outcome.currentVersion);
      case 'invalid-input':
        return invalidInput(outcome.violations, locale);
      case 'room-occupied':
        return roomOccupied(outcome.sessionIds, context);
      default:
        return seatsRefused(outcome, locale);
    }
  }

  @Allow(signedIn)
  @Mutation(() => RemoveSessionDraftResult, {
    description:
      'Takes a session out of the draft: the next release cancels it, or leaves it out where it was never released. `changeSessionDraft` brings it back until then. Administrators of its edition only: to others there is no such session.',
  })
  async removeSessionDraft(
    @Arg('input', () => RemoveSessionDraftInput) { sessionId, expectedVersion }: RemoveSessionDraftInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof RemoveSessionDraftResult> {
    const { locale } = context;
    if (!(await isTheirs(sessionId, context))) return new SessionNotFound(say('SESSION_NOT_FOUND', locale));
    const command = { actorId: personOf(context.viewer), sessionId, expectedVersion };
    const outcome = await removeSessionDraft(context.em, command, context.now());
    if (!('refusal' in outcome)) return new RemoveSessionDraftSuccess(await freshDraft(sessionId, context));
    return outcome.refusal === 'session-not-found'
      ? new SessionNotFound(say('SESSION_NOT_FOUND', locale))
      : new VersionConflict(say('VERSION_CONFLICT', locale), outcome.currentVersion);
  }
}

/** Whether the viewer runs the edition that a drafted session belongs to. */
async function isTheirs(sessionId: string, { loaders, viewer }: ForumContext): Promise<boolean> {
  const row = await loaders.draftBySessionId.load(sessionId);
  return row !== null && holds(viewer, ['ADMINISTRATOR'], { kind: 'EDITION', id: row.edition_id });
}

/** What has just been written, and not what was read before. */
function freshDraft(sessionId: string, context: ForumContext): Promise<SessionDraftType> {
  context.loaders.draftBySessionId.clear(sessionId);
  return draftOf(sessionId, context);
}

function contentOf(input: SessionDraftContentInput): SessionInput {
  return {
    title: input.title,
    description: input.description ?? [],
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    roomId: input.roomId,
    floorLanguages: input.floorLanguages,
    interpretationLanguages: input.interpretationLanguages ?? [],
    capacity: input.capacity ?? null,
    waitlistLimit: input.waitlistLimit ?? 0,
    isOpenDoor: input.isOpenDoor ?? false,
    speakers: input.speakers ?? [],
  };
}
