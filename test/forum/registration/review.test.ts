import { describe, expect, it } from 'vitest';
import { registerForForum } from '../../../services/forum/registration/register/register-for-forum.ts';
import { ParticipantCategory, RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import { ReviewDecision, review } from '../../../services/forum/registration/review/review.rules.ts';
import { reviewRegistration } from '../../../services/forum/registration/review/review-registration.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import { countsOf, givenEdition, givenRegistration, NOW, stateOf } from '../waiting-list/editions.ts';

const { APPROVE, REJECT, CANCEL } = ReviewDecision;
const { PENDING_REVIEW, CONFIRMED, WAITLISTED, OFFERED, WITHDRAWN } = RegistrationStatus;
const free = { free: 1, offered: 0, waiting: 0, waitlistLimit: 5 };
const taken = { ...free, free: 0 };
const queued = { ...free, waiting: 2 };
const full = { ...taken, waiting: 5 };

describe('a decision about a registration', () => {
  it.each([
    ['approves on a free seat', PENDING_REVIEW, false, APPROVE, free, { to: 'CONFIRMED' }],
    ['approves into the queue where no seat is free', PENDING_REVIEW, false, APPROVE, taken, { to: 'WAITLISTED' }],
    ['approves into the queue where somebody waits', PENDING_REVIEW, false, APPROVE, queued, { to: 'WAITLISTED' }],
    ['approves on the seat that was kept', PENDING_REVIEW, true, APPROVE, full, { to: 'CONFIRMED' }],
    ['cannot approve where the queue is full too', PENDING_REVIEW, false, APPROVE, full, { refusal: 'full' }],
    ['rejects', PENDING_REVIEW, true, REJECT, free, { to: 'REJECTED' }],
    ['cancels somebody on a seat', CONFIRMED, false, CANCEL, free, { to: 'CANCELLED' }],
    ['cancels somebody who waits', WAITLISTED, false, CANCEL, free, { to: 'CANCELLED' }],
    ['cancels somebody who is offered a seat', OFFERED, false, CANCEL, free, { to: 'CANCELLED' }],
    [
      'cannot reject what is confirmed',
      CONFIRMED,
      false,
      REJECT,
      free,
      { refusal: 'invalid-transition', to: 'REJECTED' },
    ],
    [
      'cannot approve what is confirmed, and says so where it is full too',
      CONFIRMED,
      false,
      APPROVE,
      full,
      { refusal: 'invalid-transition', to: 'CONFIRMED' },
    ],
    [
      'cannot approve what was withdrawn',
      WITHDRAWN,
      false,
      APPROVE,
      free,
      { refusal: 'invalid-transition', to: 'CONFIRMED' },
    ],
  ] as const)('%s', (_case, status, holdsSeat, decision, seats, outcome) => {
    expect(review({ status, holdsSeat }, decision, seats)).toEqual(outcome);
  });
});

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();
const anyEdition = () => true;

async function givenSpeaker(editionId: string, now = NOW): Promise<string> {
  const command = {
    editionId,
    personId: newId('person'),
    idempotencyKey: null,
    category: ParticipantCategory.SPEAKER,
    affiliation: null,
    dietaryNeeds: null,
    accessibilityNeeds: null,
    interpretationLanguage: null,
    consents: [],
  };
  const outcome = await registerForForum(em(), command, now);
  if (!('registrationId' in outcome)) throw new Error(outcome.refusal);
  return outcome.registrationId;
}

function decide(registrationId: string, decision: ReviewDecision, mayReview: (id: string) => boolean = anyEdition) {
  const actorId = newId('person');
  return reviewRegistration(
    em(),
    { actorId, registrationId, decision, reason: null, expectedVersion: null, mayReview },
    NOW,
  );
}

describe('reviewing a registration', () => {
  it('puts an approved speaker on a free seat', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 5 });
    const speaker = await givenSpeaker(editionId);
    const before = await countsOf(em(), editionId);

    await decide(speaker, APPROVE);

    expect(before).toEqual({ capacity: 1, claimed: 0, offered: 0, waiting: 0, free: 1 });
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 1, claimed: 1, offered: 0, waiting: 0, free: 0 });
  });

  it('puts an approved speaker before everybody else who waits', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 5 });
    const seated = await givenRegistration(em(), editionId);
    const waiting = await givenRegistration(em(), editionId);
    const speaker = await givenSpeaker(editionId, new Date(NOW.getTime() + 60_000));

    await decide(speaker, APPROVE);
    await decide(seated, CANCEL);

    expect((await stateOf(em(), speaker))?.status).toBe('OFFERED');
    expect((await stateOf(em(), waiting))?.status).toBe('WAITLISTED');
  });

  it('is for those who decide about that edition, and for nobody else', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 5 });
    const speaker = await givenSpeaker(editionId);

    const outcome = await decide(speaker, APPROVE, (id) => id !== editionId);

    expect(outcome).toEqual({ refusal: 'registration-not-found' });
    expect((await stateOf(em(), speaker))?.status).toBe('PENDING_REVIEW');
  });

  it('keeps the seat of somebody who is reviewed again, whatever the queue', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 5 });
    const speaker = await givenSpeaker(editionId);
    await decide(speaker, APPROVE);
    await givenRegistration(em(), editionId);
    await em().execute(`update registration set status = 'PENDING_REVIEW', holds_seat = true where id = ?`, [speaker]);
    const meanwhile = await countsOf(em(), editionId);

    await decide(speaker, APPROVE);

    expect(meanwhile).toEqual({ capacity: 1, claimed: 1, offered: 0, waiting: 1, free: 0 });
    expect((await stateOf(em(), speaker))?.status).toBe('CONFIRMED');
    expect(await countsOf(em(), editionId)).toEqual(meanwhile);
  });

  it('puts exactly as many on seats as there are when many are approved at once', async () => {
    const editionId = await givenEdition(em(), { capacity: 3, waitlistLimit: 5 });
    const speakers = await Promise.all(Array.from({ length: 10 }, () => givenSpeaker(editionId)));

    const outcomes = await Promise.all(speakers.map((speaker) => decide(speaker, APPROVE)));

    expect(outcomes.filter((outcome) => 'refusal' in outcome && outcome.refusal === 'full')).toHaveLength(2);
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 3, claimed: 3, offered: 0, waiting: 5, free: 0 });
  });
});
