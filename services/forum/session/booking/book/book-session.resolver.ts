import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import { IdempotencyKeyReused, InvalidInput, Violation } from '../../../../shared/graph/user-error.ts';
import { AvailabilityType } from '../../../availability/availability.types.ts';
import type { ForumContext } from '../../../context.ts';
import { RegistrationNotConfirmed } from '../../../registration/refusal/registration-refusals.types.ts';
import { IDEMPOTENCY_KEY_LENGTH } from '../../../registration/register/registration-input.rules.ts';
import { SessionNotFound } from '../../session.types.ts';
import { bookingOf, bookingsOf } from '../booking.types.ts';
import { say } from '../messages.ts';
import { type BookSessionOutcome, bookSession } from './book-session.ts';
import {
  AlreadyBooked,
  BookSessionInput,
  BookSessionResult,
  BookSessionSuccess,
  SessionCancelled,
  SessionFull,
  SessionOver,
  SessionOverlap,
} from './book-session.types.ts';

type Refusal = Extract<BookSessionOutcome, { refusal: string }>;
type Result = typeof BookSessionResult;

@Resolver()
export class BookSessionResolver {
  @Allow(signedIn)
  @Mutation(() => BookSessionResult, {
    description:
      'Books a session for the signed-in participant: a seat, or a place in the queue when every seat is taken. Never oversold; nobody holds two seats at the same time, except at open doors.',
  })
  async bookSession(
    @Arg('input', () => BookSessionInput) { idempotencyKey = null, sessionId }: BookSessionInput,
    @Ctx() context: ForumContext,
  ): Promise<Result> {
    const { em, viewer, locale, loaders, now } = context;
    const problem = keyProblem(idempotencyKey);
    if (problem) {
      const message = say(problem, locale, { maximum: IDEMPOTENCY_KEY_LENGTH });
      const violation = new Violation(['input', 'idempotencyKey'], problem, message);
      return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    }
    const outcome = await bookSession(em, { personId: personOf(viewer), sessionId, idempotencyKey }, now());
    if ('refusal' in outcome) return refuse(outcome, sessionId, context);
    return new BookSessionSuccess(await bookingOf(outcome.bookingId, loaders.bookingById));
  }
}

function keyProblem(key: string | null): 'BLANK' | 'TOO_LONG' | null {
  if (key === null) return null;
  if (key.trim() === '') return 'BLANK';
  return key.length > IDEMPOTENCY_KEY_LENGTH ? 'TOO_LONG' : null;
}

async function refuse(refusal: Refusal, sessionId: string, { locale, loaders }: ForumContext): Promise<Result> {
  switch (refusal.refusal) {
    case 'session-not-found':
      return new SessionNotFound(say('SESSION_NOT_FOUND', locale));
    case 'session-cancelled':
      return new SessionCancelled(say('SESSION_CANCELLED', locale));
    case 'session-over': {
      const session = await loaders.sessionById.load(sessionId);
      return new SessionOver(say('SESSION_OVER', locale), session?.starts_at ?? null);
    }
    case 'registration-not-confirmed':
      return new RegistrationNotConfirmed(say('REGISTRATION_NOT_CONFIRMED', locale), refusal.status);
    case 'already-booked': {
      const booking = await bookingOf(refusal.bookingId, loaders.bookingById);
      return new AlreadyBooked(say('ALREADY_BOOKED', locale), booking);
    }
    case 'overlap': {
      const conflicting = await bookingsOf(refusal.bookingIds, loaders.bookingById);
      return new SessionOverlap(say('SESSION_OVERLAP', locale, { count: conflicting.length }), conflicting);
    }
    case 'full': {
      const row = await loaders.availabilityById.load(sessionId);
      const message = say('SESSION_FULL', locale, { capacity: row?.capacity ?? 0 });
      return new SessionFull(message, row && new AvailabilityType(row));
    }
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}
