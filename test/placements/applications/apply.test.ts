import { describe, expect, it } from 'vitest';
import { lockOpening, moveOpening } from '../../../services/placements/opening/move-opening.ts';
import { OpeningStatus } from '../../../services/placements/opening/opening.rules.ts';
import { NO_REQUIREMENTS } from '../../../services/placements/opening/terms.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { participant } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { askAs } from '../../support/ask-as.ts';
import { useService } from '../../support/database.ts';
import {
  applicationOf,
  apply,
  countsOf,
  DEADLINE,
  emOf,
  givenApplication,
  givenDeployment,
  givenOpening,
} from './given.ts';

const service = useService(placements, () => new Date('2026-06-01T09:00:00.000Z'));
const nothing = { applications: 0, audited: 0 };

describe('applying for an opening', () => {
  it('is taken, audited and told, with how the applicant was judged by which rules', async () => {
    const requirements = { ...NO_REQUIREMENTS, minimumAge: 18, skills: ['first-aid'] };
    const { id } = await givenOpening(service.running, { requirements });
    const personId = newId('person');

    const outcome = await apply(service.running, id, { personId });

    const applicationId = 'applicationId' in outcome ? outcome.applicationId : '';
    const [kept] = await emOf(service.running).execute(
      'select person_id, status, terms_version, rules_version, eligibility, skills from application where id = ?',
      [applicationId],
    );
    expect(kept).toEqual({
      person_id: personId,
      status: 'SUBMITTED',
      terms_version: 1,
      rules_version: '1',
      eligibility: [
        { rule: 'MINIMUM_AGE', required: '18', met: true },
        { rule: 'SKILL', required: 'first-aid', met: true },
      ],
      skills: ['First Aid'],
    });
    const events = await emOf(service.running).execute(
      `select payload from outbox_event where payload ->> 'applicationId' = ?`,
      [applicationId],
    );
    expect(events).toEqual([
      { payload: { applicationId, openingId: id, personId, from: null, to: 'SUBMITTED', outcome: null } },
    ]);
    expect(await countsOf(service.running, id)).toEqual({ applications: 1, audited: 1 });
  });

  it('is taken at the very deadline, and refused a millisecond after it', async () => {
    const { id } = await givenOpening(service.running);

    const late = await apply(service.running, id, { at: new Date(DEADLINE.getTime() + 1) });

    const closed = { refusal: 'applications-closed', deadline: DEADLINE.toISOString(), status: 'PUBLISHED' };
    expect(late).toEqual(closed);
    expect(await countsOf(service.running, id)).toEqual(nothing);
    expect(await apply(service.running, id, { at: DEADLINE })).toEqual({ applicationId: expect.any(String) });
  });

  it.each([OpeningStatus.DRAFT, OpeningStatus.IN_REVIEW])('does not find an opening that is %s', async (status) => {
    const { id } = await givenOpening(service.running, { status });

    expect(await apply(service.running, id)).toEqual({ refusal: 'opening-not-found' });
    expect(await countsOf(service.running, id)).toEqual(nothing);
  });

  it.each([OpeningStatus.CLOSED_FOR_APPLICATIONS, OpeningStatus.SELECTION, OpeningStatus.CANCELLED])(
    'is refused by an opening that is %s, before its deadline',
    async (status) => {
      const { id } = await givenOpening(service.running, { status });

      const refusal = { refusal: 'applications-closed', deadline: DEADLINE.toISOString(), status };
      expect(await apply(service.running, id)).toEqual(refusal);
      expect(await countsOf(service.running, id)).toEqual(nothing);
    },
  );

  it('is refused with what is not met', async () => {
    const requirements = { ...NO_REQUIREMENTS, citizenships: ['KG'], minimumAge: 18, maximumAge: 25 };
    const { id } = await givenOpening(service.running, { requirements });

    expect(await apply(service.running, id)).toEqual({
      refusal: 'not-eligible',
      failed: [
        { rule: 'CITIZENSHIP', required: 'KG', met: false },
        { rule: 'MAXIMUM_AGE', required: '25', met: false },
      ],
    });
    expect(await countsOf(service.running, id)).toEqual(nothing);
  });

  it('is refused to whoever can only come after the first day', async () => {
    const { id } = await givenOpening(service.running);

    expect(await apply(service.running, id, { availableFrom: '2026-11-02' })).toEqual({
      refusal: 'available-too-late',
    });
    expect(await countsOf(service.running, id)).toEqual(nothing);
  });

  it('is refused to whoever serves on one of these days, and to nobody whose service was cancelled or ended before', async () => {
    const { id } = await givenOpening(service.running);
    const [serving, cancelled, returned] = [newId('person'), newId('person'), newId('person')];
    const days = { startsOn: '2026-05-01', endsOn: '2026-11-01' };
    const deploymentId = await givenDeployment(service.running, id, { personId: serving, ...days });
    await givenDeployment(service.running, id, { personId: cancelled, ...days, status: 'CANCELLED_BEFORE_DEPARTURE' });
    const resigned = { ...days, status: 'RESIGNED', endedOn: '2026-10-31' };
    await givenDeployment(service.running, id, { personId: returned, ...resigned });

    expect(await apply(service.running, id, { personId: serving })).toEqual({
      refusal: 'overlapping-deployment',
      deploymentId,
      ...days,
    });
    expect(await countsOf(service.running, id)).toEqual(nothing);
    expect(await apply(service.running, id, { personId: cancelled })).toEqual({ applicationId: expect.any(String) });
    expect(await apply(service.running, id, { personId: returned })).toEqual({ applicationId: expect.any(String) });
  });

  it('is once for a person, and possible again after withdrawing', async () => {
    const { id } = await givenOpening(service.running);
    const { applicationId, personId } = await givenApplication(service.running, id);

    expect(await apply(service.running, id, { personId })).toEqual({ refusal: 'already-applied', applicationId });
    expect(await countsOf(service.running, id)).toEqual({ applications: 1, audited: 1 });

    await emOf(service.running).execute(`update application set status = 'WITHDRAWN' where id = ?`, [applicationId]);
    expect(await apply(service.running, id, { personId })).toEqual({ applicationId: expect.any(String) });
  });

  it('answers the same for the same key and input, and refuses the key for another', async () => {
    const { id } = await givenOpening(service.running);
    const asked = { personId: newId('person'), key: 'k' };

    const [first, second] = await Promise.all([apply(service.running, id, asked), apply(service.running, id, asked)]);

    expect(first).toEqual({ applicationId: expect.any(String) });
    expect(second).toEqual(first);
    const other = await apply(service.running, id, { ...asked, motivation: 'Something else.' });
    expect(other).toEqual({ refusal: 'idempotency-key-reused' });
    expect(await countsOf(service.running, id)).toEqual({ applications: 1, audited: 1 });
  });

  it('leaves one application where a person applies many times at once', async () => {
    const { id } = await givenOpening(service.running);
    const personId = newId('person');

    const outcomes = await Promise.all(Array.from({ length: 8 }, () => apply(service.running, id, { personId })));

    const taken = outcomes.filter((outcome) => !('refusal' in outcome));
    expect(taken).toHaveLength(1);
    const already = { refusal: 'already-applied', ...taken[0] };
    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual(Array.from({ length: 7 }, () => already));
    expect(await countsOf(service.running, id)).toEqual({ applications: 1, audited: 1 });
  });

  it('is decided before or after the closing that races it, never in between', async () => {
    const { id } = await givenOpening(service.running);
    const close = emOf(service.running).transactional(async (tx) => {
      const opening = await lockOpening(tx, id);
      if (!opening) throw new Error('it is there');
      const { applications } = await countsOf(service.running, id);
      const to = OpeningStatus.CLOSED_FOR_APPLICATIONS;
      await moveOpening(tx, opening, { to, actorId: null, command: 'closeOpening' }, DEADLINE);
      return applications;
    });

    const [before, ...outcomes] = await Promise.all([
      close,
      ...Array.from({ length: 6 }, () => apply(service.running, id)),
    ]);

    const taken = outcomes.filter((outcome) => !('refusal' in outcome)).length;
    expect(taken).toBe(before);
    expect(await countsOf(service.running, id)).toEqual({ applications: before, audited: before });
  });
});

describe('the mutation', () => {
  const APPLY = `mutation ($input: ApplyToOpeningInput!) { applyToOpening(input: $input) {
    __typename
    ... on ApplyToOpeningSuccess { application { status version eligibility { eligible }
      details { motivation availableFrom education skills languages { language level } } } }
    ... on InvalidInput { violations { path code } }
    ... on NotEligible { code message failed { rule explanation } }
  } }`;
  const input = {
    motivation: ' To teach. ',
    availableFrom: '2026-10-01',
    languages: [{ language: 'EN', level: 'B2' }],
    skills: ['first-aid'],
    birthDate: '1998-09-03',
    citizenship: 'kz',
  };

  it('takes an application, and shows the applicant what they wrote', async () => {
    const { id: openingId } = await givenOpening(service.running);

    const { data, errors } = await askAs(service.running, participant(newId('person')), APPLY, {
      input: { ...input, openingId },
    });

    expect(errors).toEqual([]);
    expect(data.applyToOpening).toEqual({
      __typename: 'ApplyToOpeningSuccess',
      application: {
        status: 'SUBMITTED',
        version: 1,
        eligibility: { eligible: true },
        details: {
          motivation: 'To teach.',
          availableFrom: '2026-10-01',
          education: null,
          skills: ['first-aid'],
          languages: [{ language: 'en', level: 'B2' }],
        },
      },
    });
  });

  it('answers all that is wrong at once, each with its path', async () => {
    const { id: openingId } = await givenOpening(service.running);
    const wrong = {
      openingId,
      idempotencyKey: ' ',
      motivation: 'x'.repeat(4001),
      availableFrom: '2026-12-01',
      languages: [
        { language: 'en', level: 'B2' },
        { language: 'EN', level: 'C1' },
      ],
      skills: ['first aid', 'First-Aid', '!'],
      birthDate: '2026-06-02',
      citizenship: 'KZ',
    };

    const { data, errors } = await askAs(service.running, participant(newId('person')), APPLY, { input: wrong });

    expect(errors).toEqual([]);
    expect(data.applyToOpening.violations).toEqual([
      { path: ['input', 'idempotencyKey'], code: 'BLANK' },
      { path: ['input', 'motivation'], code: 'TOO_LONG' },
      { path: ['input', 'availableFrom'], code: 'AVAILABLE_TOO_LATE' },
      { path: ['input', 'languages', '1', 'language'], code: 'REPEATED' },
      { path: ['input', 'skills', '1'], code: 'REPEATED' },
      { path: ['input', 'skills', '2'], code: 'BLANK' },
      { path: ['input', 'birthDate'], code: 'IN_FUTURE' },
    ]);
    expect(await countsOf(service.running, openingId)).toEqual(nothing);
  });

  it('explains in the viewer’s language what is not met', async () => {
    const requirements = { ...NO_REQUIREMENTS, citizenships: ['KG'] };
    const { id: openingId } = await givenOpening(service.running, { requirements });

    const { data } = await askAs(
      service.running,
      participant(newId('person')),
      APPLY,
      { input: { ...input, openingId } },
      'ru',
    );

    expect(data.applyToOpening).toEqual({
      __typename: 'NotEligible',
      code: 'NOT_ELIGIBLE',
      message: 'Не выполнено 1 требование.',
      failed: [{ rule: 'CITIZENSHIP', explanation: 'Нужно гражданство: Киргизия.' }],
    });
  });
});

it('keeps an application out of the database where its person is erased', async () => {
  const { id } = await givenOpening(service.running);
  const { applicationId, personId } = await givenApplication(service.running, id);
  await emOf(service.running).execute('insert into erased_person (person_id, erased_at) values (?, now())', [personId]);
  await emOf(service.running).execute(`update application set status = 'WITHDRAWN' where id = ?`, [applicationId]);

  await expect(apply(service.running, id, { personId })).rejects.toThrow('this person is erased');

  expect((await applicationOf(service.running, applicationId))?.status).toBe('WITHDRAWN');
  expect(await countsOf(service.running, id)).toEqual({ applications: 1, audited: 1 });
});
