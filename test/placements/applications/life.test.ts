import { describe, expect, it } from 'vitest';
import { ApplicationOutcome, ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import { confirmTerms } from '../../../services/placements/application/confirm-terms/confirm-terms.ts';
import { endUnconfirmed } from '../../../services/placements/application/confirm-terms/end-unconfirmed.ts';
import { lockApplication, moveApplication } from '../../../services/placements/application/move-application.ts';
import { withdrawApplication } from '../../../services/placements/application/withdraw/withdraw-application.ts';
import { Education, NO_REQUIREMENTS, type Requirements } from '../../../services/placements/opening/terms.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import {
  applicationOf,
  apply,
  countsOf,
  emOf,
  givenApplication,
  givenOffer,
  givenOpening,
  mailsAbout,
  NOW,
  tell,
} from './given.ts';

const service = useService(placements);
const { SUBMITTED, LONGLISTED, SHORTLISTED, WITH_HOST, ASSESSED, PREFERRED, RESERVE, CLEARANCE } = ApplicationStatus;
const { OFFERED, ACCEPTED, NOT_SELECTED, WITHDRAWN, RESCINDED, CLEARANCE_FAILED, INELIGIBLE } = ApplicationStatus;

function withdraw(applicationId: string, personId: string, expectedVersion: number | null = null) {
  return withdrawApplication(emOf(service.running), { applicationId, personId, expectedVersion, reason: null }, NOW);
}

async function offersOf(openingId: string) {
  const [row] = await emOf(service.running).execute<{ offered: number; free: number; statuses: string[] }[]>(
    `select offered, free, array(select status from offer where offer.opening_id = opening_positions.opening_id) as statuses
     from opening_positions where opening_id = ?`,
    [openingId],
  );
  return row;
}

describe('withdrawing an application', () => {
  it.each([SUBMITTED, LONGLISTED, SHORTLISTED, WITH_HOST, ASSESSED, PREFERRED, RESERVE, CLEARANCE])(
    'ends one that is %s, once',
    async (status) => {
      const { id } = await givenOpening(service.running);
      const { applicationId, personId } = await givenApplication(service.running, id, { status });

      expect(await withdraw(applicationId, personId)).toEqual({ applicationId });
      expect(await withdraw(applicationId, personId)).toEqual({ applicationId });

      expect((await applicationOf(service.running, applicationId))?.status).toBe(WITHDRAWN);
      expect(await countsOf(service.running, id)).toEqual({ applications: 1, audited: 2 });
    },
  );

  it('ends the offer with it, and frees the position', async () => {
    const { id } = await givenOpening(service.running);
    const { applicationId, personId } = await givenApplication(service.running, id, { status: OFFERED });
    await givenOffer(service.running, applicationId, id);
    expect(await offersOf(id)).toEqual({ offered: 1, free: 1, statuses: ['OPEN'] });

    await withdraw(applicationId, personId);

    expect(await offersOf(id)).toEqual({ offered: 0, free: 2, statuses: ['DECLINED'] });
  });

  it.each([
    [ACCEPTED, []],
    [NOT_SELECTED, []],
    [RESCINDED, []],
  ])('is refused for one that is %s', async (status, allowed) => {
    const { id } = await givenOpening(service.running);
    const { applicationId, personId } = await givenApplication(service.running, id, { status });

    expect(await withdraw(applicationId, personId)).toEqual({ refusal: 'invalid-transition', from: status, allowed });
    expect((await applicationOf(service.running, applicationId))?.status).toBe(status);
  });

  it('is not found by anybody else, and refused from an old version', async () => {
    const { id } = await givenOpening(service.running);
    const { applicationId, personId } = await givenApplication(service.running, id);

    expect(await withdraw(applicationId, newId('person'))).toEqual({ refusal: 'application-not-found' });
    expect(await withdraw(newId('application'), personId)).toEqual({ refusal: 'application-not-found' });
    expect(await withdraw(applicationId, personId, 9)).toEqual({ refusal: 'version-conflict', currentVersion: 1 });
    expect((await applicationOf(service.running, applicationId))?.status).toBe(SUBMITTED);
  });
});

/** An application under terms that have changed since, to these requirements; its applicant was asked to confirm. */
async function givenChangedTerms(requirements: Requirements = NO_REQUIREMENTS, status = SUBMITTED) {
  const { id } = await givenOpening(service.running);
  const { applicationId, personId } = await givenApplication(service.running, id, { status });
  const em = emOf(service.running);
  await em.execute('update opening set terms_version = 2, requirements = ?::jsonb where id = ?', [
    JSON.stringify(requirements),
    id,
  ]);
  await tell(service.running, 'OpeningTermsChanged', { openingId: id, termsVersion: 2 });
  return { id, applicationId, personId };
}

function confirm(applicationId: string, personId: string, termsVersion = 2) {
  const command = { applicationId, personId, termsVersion, expectedVersion: null };
  return confirmTerms(emOf(service.running), command, NOW);
}

const FORTNIGHT = new Date(NOW.getTime() + 14 * 86_400_000);

describe('terms that have changed', () => {
  it('are asked about by mail, with a fortnight to confirm', async () => {
    const { applicationId, personId } = await givenChangedTerms();

    const mails = await mailsAbout(service.running, applicationId);

    const asked = mails.filter(({ subject }) => subject.en.includes('terms'));
    expect(asked.map(({ to, subject, paragraphs }) => ({ to, subject, text: paragraphs[0]?.en }))).toEqual([
      {
        to: personId,
        subject: {
          kk: '«Мектепте сабақ беру»: шарттар өзгерді, растаңыз',
          ru: '«Преподавание в школе»: условия изменились, подтвердите',
          en: '“Teaching at a school”: the terms have changed, please confirm',
        },
        text: 'The terms of an opening you applied for have changed. Read them in the portal and confirm until June 15, 2026 at 12:00 PM, GMT+03:00; otherwise the application ends.',
      },
    ]);
    const state = await applicationOf(service.running, applicationId);
    expect(new Date(state?.confirmation_ends_at ?? 0)).toEqual(FORTNIGHT);
    await withdraw(applicationId, personId);
  });

  it('are confirmed once, which judges the applicant anew and keeps the application going', async () => {
    const requirements = { ...NO_REQUIREMENTS, minimumAge: 21 };
    const { id, applicationId, personId } = await givenChangedTerms(requirements, RESERVE);

    expect(await confirm(applicationId, personId)).toEqual({ applicationId });
    expect(await confirm(applicationId, personId)).toEqual({ applicationId });

    const [kept] = await emOf(service.running).execute('select eligibility from application where id = ?', [
      applicationId,
    ]);
    expect(kept).toEqual({ eligibility: [{ rule: 'MINIMUM_AGE', required: '21', met: true }] });
    const confirmed = { status: RESERVE, outcome: null, terms_version: 2, confirmation_ends_at: null };
    expect(await applicationOf(service.running, applicationId)).toEqual(confirmed);
    // It was made, asked about, and confirmed.
    expect(await countsOf(service.running, id)).toEqual({ applications: 1, audited: 3 });
    expect(await endUnconfirmed(emOf(service.running), new Date('2027-01-01'))).toBe(0);
  });

  it.each<[string, Requirements, number, object]>([
    ['that are not the present ones', NO_REQUIREMENTS, 1, { refusal: 'terms-outdated', termsVersion: 2 }],
    [
      'by whoever does not meet them',
      { ...NO_REQUIREMENTS, education: Education.MASTER },
      2,
      { refusal: 'not-eligible', failed: [{ rule: 'EDUCATION', required: 'MASTER', met: false, isUnknown: true }] },
    ],
  ])('cannot be confirmed %s', async (_case, requirements, version, refusal) => {
    const { applicationId, personId } = await givenChangedTerms(requirements);
    const before = await applicationOf(service.running, applicationId);

    expect(await confirm(applicationId, personId, version)).toEqual(refusal);
    expect(await applicationOf(service.running, applicationId)).toEqual(before);
    await withdraw(applicationId, personId);
  });

  it('cannot be confirmed by anybody else, nor for what has ended', async () => {
    const { applicationId, personId } = await givenChangedTerms();

    expect(await confirm(applicationId, newId('person'))).toEqual({ refusal: 'application-not-found' });
    await withdraw(applicationId, personId);
    expect(await confirm(applicationId, personId)).toEqual({ refusal: 'application-ended', status: WITHDRAWN });
  });

  it('end the application a moment after the fortnight, whatever state of selection it is in', async () => {
    const { applicationId } = await givenChangedTerms(NO_REQUIREMENTS, SHORTLISTED);

    expect(await endUnconfirmed(emOf(service.running), FORTNIGHT)).toBe(0);
    expect(await endUnconfirmed(emOf(service.running), new Date(FORTNIGHT.getTime() + 1))).toBe(1);
    expect(await endUnconfirmed(emOf(service.running), new Date(FORTNIGHT.getTime() + 1))).toBe(0);

    expect(await applicationOf(service.running, applicationId)).toEqual({
      status: NOT_SELECTED,
      outcome: 'TERMS_NOT_CONFIRMED',
      terms_version: 1,
      confirmation_ends_at: null,
    });
  });

  it('are confirmed or run out where both happen at once, never both', async () => {
    const { applicationId, personId } = await givenChangedTerms();

    const [outcome, ended] = await Promise.all([
      confirm(applicationId, personId),
      endUnconfirmed(emOf(service.running), new Date(FORTNIGHT.getTime() + 1)),
    ]);

    const state = await applicationOf(service.running, applicationId);
    const isConfirmed = !('refusal' in outcome);
    expect({ ended, status: state?.status, terms: state?.terms_version }).toEqual(
      isConfirmed ? { ended: 0, status: SUBMITTED, terms: 2 } : { ended: 1, status: NOT_SELECTED, terms: 1 },
    );
  });
});

async function moved(to: ApplicationStatus, outcome?: ApplicationOutcome) {
  const { id } = await givenOpening(service.running);
  const { applicationId, personId } = await givenApplication(service.running, id);
  const first = await mailsAbout(service.running, applicationId);
  if (to === OFFERED) await givenOffer(service.running, applicationId, id);
  await emOf(service.running).transactional(async (tx) => {
    const locked = await lockApplication(tx, applicationId);
    if (!locked) throw new Error('it is there');
    const step = { to, actorId: null, command: 'test', ...(outcome && { outcome }) };
    await moveApplication(tx, locked.application, step, NOW);
  });
  const mails = await mailsAbout(service.running, applicationId);
  expect(mails.every((mail) => mail.to === personId)).toBe(true);
  return { first, mails };
}

describe('applicants', () => {
  it('are told that their application has come in', async () => {
    const { first } = await moved(LONGLISTED);

    expect(first.map(({ subject }) => subject.en)).toEqual(['“Teaching at a school”: your application has come in']);
  });

  it.each<[ApplicationStatus, ApplicationOutcome | undefined, string[]]>([
    [LONGLISTED, undefined, []],
    [
      SHORTLISTED,
      undefined,
      ['Your application has gone a step further. Next, the host organisation gets to know it.'],
    ],
    [WITH_HOST, undefined, ['The organisation looks at it, and may ask you for an interview.']],
    [
      OFFERED,
      undefined,
      [
        'The position is held for you until June 11, 2026 at 12:00 PM, GMT+03:00. Sign in to the portal and accept or decline it. If you accept, your other applications are withdrawn.',
      ],
    ],
    [
      NOT_SELECTED,
      ApplicationOutcome.OTHERS_FITTED_BETTER,
      [
        'We are sorry: this application has not led to a placement. The portal shows other openings.',
        'The reason: others fitted this opening better.',
      ],
    ],
    [
      CLEARANCE_FAILED,
      undefined,
      [
        'We are sorry: this application has not led to a placement. The portal shows other openings.',
        'The reason: a check that is needed was not passed.',
      ],
    ],
    [WITHDRAWN, undefined, []],
    [
      WITHDRAWN,
      ApplicationOutcome.PLACED_ELSEWHERE,
      [
        'We are sorry: this application has not led to a placement. The portal shows other openings.',
        'The reason: you have accepted another placement.',
      ],
    ],
  ])('who are %s (%s) are told what it means for them', async (to, outcome, paragraphs) => {
    const { mails } = await moved(to, outcome);

    expect(mails.flatMap((mail) => mail.paragraphs.map(({ en }) => en))).toEqual(paragraphs);
  });

  it.each([PREFERRED, RESERVE, CLEARANCE, ApplicationStatus.OFFER_EXPIRED, RESCINDED, INELIGIBLE])(
    'who are %s get one mail in every language of the portal',
    async (to) => {
      const { mails } = await moved(to);

      expect(mails.map(({ subject }) => new Set(Object.values(subject)).size)).toEqual([3]);
    },
  );
});

describe('the erasure of a person', () => {
  it('withdraws what they have applied for and frees what was offered to them', async () => {
    const personId = newId('person');
    const [open, offered, ended] = [
      await givenOpening(service.running),
      await givenOpening(service.running),
      await givenOpening(service.running),
    ];
    const first = await givenApplication(service.running, open.id, { personId, status: WITH_HOST });
    const second = await givenApplication(service.running, offered.id, { personId, status: OFFERED });
    const third = await givenApplication(service.running, ended.id, { personId, status: NOT_SELECTED });
    await givenOffer(service.running, second.applicationId, offered.id);

    await tell(service.running, 'ErasureRequested', { erasureId: newId('erasure'), personId });

    const rows = await emOf(service.running).execute(
      'select id, status, motivation, birth_date, skills from application where person_id = ? order by id',
      [personId],
    );
    const empty = { motivation: null, birth_date: null, skills: null };
    expect(rows).toEqual([
      { id: first.applicationId, status: WITHDRAWN, ...empty },
      { id: second.applicationId, status: WITHDRAWN, ...empty },
      { id: third.applicationId, status: NOT_SELECTED, ...empty },
    ]);
    expect(await offersOf(offered.id)).toEqual({ offered: 0, free: 2, statuses: ['RESCINDED'] });
  });
});

describe('erasing a person while they apply', () => {
  it('leaves nothing active of them, whichever comes first', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await givenOpening(service.running);
      const personId = newId('person');

      const [applied] = await Promise.allSettled([
        apply(service.running, id, { personId }),
        tell(service.running, 'ErasureRequested', { erasureId: newId('erasure'), personId }),
      ]);

      const rows = await emOf(service.running).execute(
        'select status, motivation from application where person_id = ?',
        [personId],
      );
      expect(rows).toEqual(applied.status === 'fulfilled' ? [{ status: WITHDRAWN, motivation: null }] : []);
    }
  });
});
