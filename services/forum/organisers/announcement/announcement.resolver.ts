import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
  Violation,
} from '../../../shared/graph/user-error.ts';
import { type TextViolation, textsOf } from '../../../shared/text/given-texts.rules.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { EditionNotFound } from '../../registration/register/register-for-forum.types.ts';
import { keyViolations } from '../input-violations.ts';
import { valuesOf } from '../list/registration-filter.rules.ts';
import { filterOf } from '../list/registration-filter.types.ts';
import { type organisersMessages, say } from '../messages.ts';
import { announcers, announcersOf } from '../organisers.rules.ts';
import { AnnouncementStatus, checkAnnouncement } from './announcement.rules.ts';
import {
  AnnouncementConnection,
  AnnouncementNotFound,
  AnnouncementType,
  announcementKey,
  DraftAnnouncementInput,
  DraftAnnouncementResult,
  DraftAnnouncementSuccess,
  MoveAnnouncementInput,
  MoveAnnouncementResult,
  MoveAnnouncementSuccess,
} from './announcement.types.ts';
import { draftAnnouncement } from './draft-announcement.ts';
import { type MoveAnnouncement, type MoveAnnouncementOutcome, moveAnnouncement } from './move-announcement.ts';

@Resolver(() => AnnouncementType)
export class AnnouncementResolver {
  @Allow(announcersOf<Call>(({ args }) => args.input.editionId))
  @Mutation(() => DraftAnnouncementResult, {
    description: 'Writes a mail to a group of the registered, and shows what they would read. Nothing is sent.',
  })
  async draftAnnouncement(
    @Arg('input', () => DraftAnnouncementInput) input: DraftAnnouncementInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof DraftAnnouncementResult> {
    const { em, viewer, locale, now } = context;
    const violations = violationsOf(input, locale);
    if (violations.length > 0)
      return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);

    const command = {
      actorId: personOf(viewer),
      editionId: input.editionId,
      filter: valuesOf(filterOf(input.filter)),
      subject: textsOf(input.subject),
      body: textsOf(input.text),
      idempotencyKey: input.idempotencyKey ?? null,
    };
    const outcome = await draftAnnouncement(em, command, now());
    if ('refusal' in outcome) {
      return outcome.refusal === 'edition-not-found'
        ? new EditionNotFound(say('EDITION_NOT_FOUND', locale))
        : new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    }
    return new DraftAnnouncementSuccess(await announcementOf(outcome.announcementId, context));
  }

  @Allow(announcers)
  @Mutation(() => MoveAnnouncementResult, {
    description: 'Puts a draft into the outbox, where it is held until somebody sends it. Counts the recipients anew.',
  })
  holdAnnouncement(
    @Arg('input', () => MoveAnnouncementInput) input: MoveAnnouncementInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof MoveAnnouncementResult> {
    return move(input, { to: AnnouncementStatus.HELD, command: 'holdAnnouncement' }, context);
  }

  @Allow(announcers)
  @Mutation(() => MoveAnnouncementResult, {
    description:
      'Sends an announcement that is held: to those who pass its filter at this moment, each once, in the background.',
  })
  sendAnnouncement(
    @Arg('input', () => MoveAnnouncementInput) input: MoveAnnouncementInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof MoveAnnouncementResult> {
    return move(input, { to: AnnouncementStatus.SENDING, command: 'sendAnnouncement' }, context);
  }

  @Allow(announcers)
  @Mutation(() => MoveAnnouncementResult, { description: 'Gives up an announcement that is not sent.' })
  discardAnnouncement(
    @Arg('input', () => MoveAnnouncementInput) input: MoveAnnouncementInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof MoveAnnouncementResult> {
    return move(input, { to: AnnouncementStatus.DISCARDED, command: 'discardAnnouncement' }, context);
  }

  @FieldResolver(() => Int, { description: 'How many of the mails are written and on their way.' })
  async mailed(@Root() { id }: AnnouncementType, @Ctx() { loaders }: ForumContext): Promise<number> {
    const row = await loaders.mailedByAnnouncement.load(id);
    return row?.mailed ?? 0;
  }
}

@Resolver(() => EditionType)
export class EditionAnnouncementsResolver {
  @Allow<EditionType>(announcersOf<Call<EditionType>>(({ of }) => of.id))
  @FieldResolver(() => AnnouncementConnection, {
    nullable: true,
    description: 'Mails to the registered: drafts, what the outbox holds, and what was sent; the newest first.',
  })
  async announcements(
    @Root() { id }: EditionType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const cut = await loaders.announcementsOfEdition.load({ owner: id, page: pageOf(page, 2) });
    return AnnouncementConnection.of(cut, announcementKey, (row) => new AnnouncementType(row));
  }
}

async function move(
  { announcementId, expectedVersion }: MoveAnnouncementInput,
  step: Pick<MoveAnnouncement, 'to' | 'command'>,
  context: ForumContext,
): Promise<typeof MoveAnnouncementResult> {
  const { em, viewer, now } = context;
  const command = { actorId: personOf(viewer), announcementId, expectedVersion, ...step };
  const outcome = await moveAnnouncement(em, command, now());
  if ('refusal' in outcome) return refuse(outcome, context.locale);
  return new MoveAnnouncementSuccess(await announcementOf(outcome.announcementId, context));
}

function refuse(refusal: Extract<MoveAnnouncementOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'announcement-not-found':
      return new AnnouncementNotFound(say('ANNOUNCEMENT_NOT_FOUND', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'invalid-transition': {
      const { from, to, allowed } = refusal;
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), { from, to, allowed });
    }
  }
}

async function announcementOf(id: string, { loaders }: ForumContext): Promise<AnnouncementType> {
  const row = await loaders.announcementById.load(id);
  if (!row) throw new Error(`announcement ${id} is gone`);
  return new AnnouncementType(row);
}

const problems: Record<TextViolation['problem'], keyof typeof organisersMessages> = {
  missing: 'TEXT_MISSING',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  repeated: 'LANGUAGE_REPEATED',
};

function violationsOf({ idempotencyKey, filter, subject, text }: DraftAnnouncementInput, locale: string): Violation[] {
  const bySearch = filter?.search != null && filter.search.trim() !== '';
  return [
    ...keyViolations(idempotencyKey ?? null, locale),
    ...(bySearch ? [new Violation(['input', 'filter', 'search'], 'GROUP_BY_NAME', say('GROUP_BY_NAME', locale))] : []),
    ...checkAnnouncement(subject, text).map(({ path, problem, maximum = 0 }) => {
      const code = problems[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  ];
}
