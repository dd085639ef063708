import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holds, personOf, signedIn } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../../shared/journal/reason.ts';
import type { ForumContext } from '../../../context.ts';
import { bookingOf } from '../../booking/booking.types.ts';
import { SessionStatus } from '../../session.rules.ts';
import { SessionNotFound, SessionType } from '../../session.types.ts';
import { invalidInput } from '../invalid-input.ts';
import { say } from '../messages.ts';
import { roomOccupied } from '../refusals.types.ts';
import { BookingConflictType } from '../release/release.types.ts';
import { cancelSession } from './cancel-session.ts';
import type { ReleasedRefusal } from './lock-released.ts';
import { moveSession } from './move-session.ts';
import {
  CancelSessionInput,
  CancelSessionResult,
  CancelSessionSuccess,
  MoveSessionInput,
  MoveSessionResult,
  MoveSessionSuccess,
} from './urgent.types.ts';

@Resolver()
export class UrgentChangeResolver {
  @Allow(signedIn)
  @Mutation(() => MoveSessionResult, {
    description:
      'Moves a released session at once, by a release of its own; the rest of the draft stays a draft. Administrators of its edition only: to others there is no such session.',
  })
  async moveSession(
    @Arg('input', () => MoveSessionInput) input: MoveSessionInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof MoveSessionResult> {
    const { locale, loaders } = context;
    const { sessionId, startsAt, endsAt, roomId, expectedVersion } = input;
    if (!(await isTheirs(sessionId, context))) return new SessionNotFound(say('SESSION_NOT_FOUND', locale));
    const command = { actorId: personOf(context.viewer), sessionId, startsAt, endsAt, roomId, expectedVersion };
    const outcome = await moveSession(context.em, command, context.now());
    if (!('refusal' in outcome)) {
      const rows = await loaders.conflictsBySession.load(sessionId);
      const conflicts = await Promise.all(
        rows.map(async ({ booking_id: id, conflicts_with_id: otherId }) => {
          const { bookingById } = loaders;
          const [booking, other] = await Promise.all([bookingOf(id, bookingById), bookingOf(otherId, bookingById)]);
          return new BookingConflictType(booking, other);
        }),
      );
      return new MoveSessionSuccess(await freshSession(sessionId, context), conflicts);
    }
    switch (outcome.refusal) {
      case 'invalid-input':
        return invalidInput(outcome.violations, locale);
      case 'room-occupied':
        return roomOccupied(outcome.sessionIds, context);
      default:
        return refusedReleased(outcome, SessionStatus.SCHEDULED, locale);
    }
  }

  @Allow(signedIn)
  @Mutation(() => CancelSessionResult, {
    description:
      'Cancels a released session at once, by a release of its own; its bookings end and their owners are told. Administrators of its edition only: to others there is no such session.',
  })
  async cancelSession(
    @Arg('input', () => CancelSessionInput) { sessionId, reason }: CancelSessionInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof CancelSessionResult> {
    const { locale } = context;
    if (!(await isTheirs(sessionId, context))) return new SessionNotFound(say('SESSION_NOT_FOUND', locale));
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const command = { actorId: personOf(context.viewer), sessionId, reason };
    const outcome = await cancelSession(context.em, command, context.now());
    if (!('refusal' in outcome)) return new CancelSessionSuccess(await freshSession(sessionId, context));
    return refusedReleased(outcome, SessionStatus.CANCELLED, locale);
  }
}

function refusedReleased(refusal: ReleasedRefusal, to: SessionStatus, locale: string) {
  switch (refusal.refusal) {
    case 'session-not-found':
      return new SessionNotFound(say('SESSION_NOT_FOUND', locale));
    case 'session-cancelled': {
      const from = SessionStatus.CANCELLED;
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), { from, to, allowed: [] });
    }
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
  }
}

/** Whether the viewer runs the edition that a session belongs to. */
async function isTheirs(sessionId: string, { loaders, viewer }: ForumContext): Promise<boolean> {
  const row = await loaders.sessionById.load(sessionId);
  return row !== null && holds(viewer, ['ADMINISTRATOR'], { kind: 'EDITION', id: row.edition_id });
}

/** What has just been written, and not what was read before. */
async function freshSession(sessionId: string, { loaders }: ForumContext): Promise<SessionType> {
  const row = await loaders.sessionById.clear(sessionId).load(sessionId);
  if (!row) throw new Error(`session ${sessionId} is gone`);
  return new SessionType(row);
}
