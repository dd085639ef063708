import { describe, expect, it } from 'vitest';
import { DelegationStatus } from '../../../services/delegations/delegation/delegation.rules.ts';
import { ReminderDeadline } from '../../../services/delegations/reminder/reminder.rules.ts';
import { sendReminders } from '../../../services/delegations/reminder/send-reminders.ts';
import { setReminderDays } from '../../../services/delegations/reminder/set-reminder-days.ts';
import { delegations } from '../../../services/delegations/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { openNotice } from '../../../services/shared/mail/notice.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { admin, givenDelegation, givenEdition, NOW, schedule, tell } from '../delegation/given.ts';

const service = useService(delegations);
const em = () => service.running.database.orm.em.fork();

const DAY = 86_400_000;
const CLOSES = new Date('2026-07-01T13:00:00.000Z');
/** The day before the deadlines of these tests, and so on. */
const daysBefore = (days: number, closesAt = CLOSES) => new Date(closesAt.getTime() - days * DAY);
const remind = (now: Date) => sendReminders(em(), TEST_KEYS, now);

/** An edition of its own with one deadline, and a delegation that names people; others are over by then. */
async function given(deadline: string, more: { status?: DelegationStatus; allocated?: number } = {}) {
  await em().execute(`update edition_calendar set status = 'FINISHED'`);
  const editionId = await givenEdition(service.running, { credentialsCloseAt: null, [deadline]: CLOSES.toISOString() });
  const { id } = await givenDelegation(service.running, {
    status: more.status ?? DelegationStatus.NOMINATING,
    editionId,
  });
  await em().execute('update quota set allocated = ? where delegation_id = ?', [more.allocated ?? 5, id]);
  await em().execute(`delete from outbox_event`);
  return { id, editionId };
}

async function focalPointOf(delegationId: string): Promise<string> {
  const personId = newId('person');
  await em().execute(
    `insert into focal_point (id, delegation_id, person_id, status, since) values (?, ?, ?, 'INVITED', ?)`,
    [newId('focal_point'), delegationId, personId, NOW],
  );
  return personId;
}

async function nominated(
  delegationId: string,
  { role = 'DELEGATE', status = 'NOMINATED', hasAccount = true, nominatedAt = NOW } = {},
): Promise<string> {
  const personId = newId('person');
  await em().execute(
    `insert into nomination (id, delegation_id, person_id, address_key, category, role, status, nominated_at)
     values (?, ?, ?, ?, 'DELEGATE', ?, ?, ?)`,
    [newId('nomination'), delegationId, hasAccount ? personId : null, personId, role, status, nominatedAt],
  );
  return personId;
}

/** Who is written to since the last time, and what, in a language. */
async function mails(language: 'kk' | 'ru' | 'en' = 'en') {
  const rows = await em().execute<{ payload: Record<string, string> }[]>(
    `delete from outbox_event where type = 'NoticeDue' returning payload`,
  );
  return rows
    .map(({ payload: { personId, about = '', sealed = '', expiresAt } }) => {
      const { subject, paragraphs } = openNotice(TEST_KEYS, { about, sealed });
      return { personId, expiresAt, subject: subject[language], text: paragraphs.map((one) => one[language]) };
    })
    .toSorted((a, b) => (String(a.personId) < String(b.personId) ? -1 : 1));
}

describe('reminders', () => {
  it('tell focal points how many places are left until nominations close, once for each day', async () => {
    const { id } = await given('nominationClosesAt');
    const personId = await focalPointOf(id);
    await nominated(id, { status: 'CONFIRMED' });

    const sent = [];
    for (const days of [15, 14, 13, 7, 1, 0.5, 0, -1]) sent.push(await remind(daysBefore(days)));

    const written = await mails();
    expect(sent).toEqual([0, 1, 0, 1, 1, 0, 0, 0]);
    expect(written).toHaveLength(3);
    expect(written[0]).toEqual({
      personId,
      expiresAt: CLOSES.toISOString(),
      subject: 'Kyrgyzstan: the nomination of delegates closes soon',
      text: [
        expect.stringMatching(/^The deadline is July 1, 2026 at 6:00.PM \(Almaty, GMT\+05:00\)\.$/),
        'The delegation has named nobody for 4 places of 5 yet. Free places may go back after the deadline.',
        'No head of delegation is named yet.',
      ],
    });
  });

  it('speak Kazakh and Russian', async () => {
    const { id } = await given('nominationClosesAt');
    await focalPointOf(id);
    await remind(daysBefore(1));
    const [kazakh] = await mails('kk');
    await em().execute('delete from reminder_sent');
    await remind(daysBefore(1));
    const [russian] = await mails('ru');

    expect([kazakh?.text.at(-1), russian?.text.at(-1)]).toEqual([
      'Делегация басшысы әлі аталған жоқ.',
      'Глава делегации ещё не назван.',
    ]);
    expect(kazakh?.text[0]).toContain('18:00');
    expect(russian?.text[0]).toContain('1 июля 2026');
  });

  it.each([
    ['whose delegation is submitted', { status: DelegationStatus.SUBMITTED }],
    ['whose delegation does not come', { status: DelegationStatus.WITHDRAWN }],
    ['whose delegation has no place left', { allocated: 0 }],
  ])('of nominations pass by focal points %s', async (_case, more) => {
    const { id } = await given('nominationClosesAt', more);
    await focalPointOf(id);

    expect(await remind(daysBefore(1))).toBe(0);
    expect(await mails()).toEqual([]);
  });

  it('ask nominees to confirm, and tell focal points how many have not and whom no mail reaches', async () => {
    const { id } = await given('confirmationClosesAt', { status: DelegationStatus.SUBMITTED });
    const focalPoint = await focalPointOf(id);
    const nominee = await nominated(id, { role: 'HEAD' });
    await nominated(id, { hasAccount: false });
    await nominated(id, { status: 'CONFIRMED' });
    await nominated(id, { status: 'WITHDRAWN' });

    const sent = await remind(daysBefore(7));

    const written = await mails();
    expect(sent).toBe(2);
    expect(written.map(({ personId, text }) => ({ personId, text: text.slice(1) }))).toEqual(
      [
        {
          personId: focalPoint,
          text: [
            '2 people you named have not confirmed yet.',
            'One of them has no account on the portal, which cannot write to them: please remind them yourself.',
          ],
        },
        {
          personId: nominee,
          text: [
            'You are nominated for the forum with a delegation (Kyrgyzstan), and have not confirmed yet. To confirm or to decline, sign in to the portal.',
          ],
        },
      ].toSorted((a, b) => (a.personId < b.personId ? -1 : 1)),
    );
  });

  it('of credentials go to those who have not submitted, and of substitution to those who name anybody', async () => {
    const { id, editionId } = await given('credentialsCloseAt');
    const focalPoint = await focalPointOf(id);
    await nominated(id, { role: 'HEAD', status: 'CONFIRMED' });
    await em().execute('update edition_calendar set substitution_closes_at = ? where edition_id = ?', [
      daysBefore(-20),
      editionId,
    ]);

    await remind(daysBefore(1));
    const credentials = await mails();
    await em().execute(`update delegation set status = 'SUBMITTED' where id = ?`, [id]);
    await remind(daysBefore(-19));
    const substitution = await mails();

    expect(credentials.map(({ personId, text }) => [personId, ...text.slice(1)])).toEqual([
      [
        focalPoint,
        'The delegation is not submitted yet. Sign in to the portal, check the list, and submit it.',
        'The delegation has named nobody for 4 places of 5 yet. Free places may go back after the deadline.',
      ],
    ]);
    expect(substitution.map(({ personId, text }) => [personId, ...text.slice(1)])).toEqual([
      [focalPoint, 'Until then one delegate may be replaced by another.', 'All whom you named have confirmed.'],
    ]);
  });

  it('that nobody could send go late as one, and not to those who were named since', async () => {
    const { id } = await given('confirmationClosesAt');
    const early = await nominated(id);
    await nominated(id, { nominatedAt: daysBefore(6) });

    const sent = [await remind(daysBefore(5)), await remind(daysBefore(5))];

    expect(sent).toEqual([1, 0]);
    expect((await mails()).map(({ personId }) => personId)).toEqual([early]);
  });

  it('begin anew when the deadline is moved', async () => {
    const { id, editionId } = await given('nominationClosesAt');
    await focalPointOf(id);
    const moved = new Date(CLOSES.getTime() + 10 * DAY);

    const before = await remind(daysBefore(7));
    const change = { nominationClosesAt: moved.toISOString(), credentialsCloseAt: null, version: 2 };
    await tell(service.running, 'EditionScheduled', { ...schedule(editionId), ...change });
    const after = [await remind(daysBefore(7)), await remind(daysBefore(7, moved)), await remind(daysBefore(7, moved))];

    expect([before, ...after]).toEqual([1, 0, 1, 0]);
  });

  it('reach each once, whatever the number of processes that send at the same moment', async () => {
    const { id } = await given('confirmationClosesAt', { allocated: 700 });
    await focalPointOf(id);
    await em().execute(
      `insert into nomination (id, delegation_id, person_id, category, role, status, nominated_at)
       select 'nomination_crowd_' || n, ?, 'person_crowd_' || n, 'DELEGATE', 'DELEGATE', 'NOMINATED', ?
       from generate_series(1, 600) as n`,
      [id, NOW],
    );

    const sent = await Promise.all([1, 2, 3, 4].map(() => remind(daysBefore(1))));
    sent.push(await remind(daysBefore(1)));

    const written = await mails();
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(601);
    expect(new Set(written.map(({ personId }) => personId)).size).toBe(601);
    expect(written).toHaveLength(601);
  });

  it('take as many statements for one person as for fifty', async () => {
    const cost = async (people: number) => {
      const { id } = await given('confirmationClosesAt', { allocated: 60 });
      for (let person = 0; person < people; person += 1) await nominated(id);
      const statements = await statementsOf(() => remind(daysBefore(1)));
      expect(await mails()).toHaveLength(people);
      return statements.length;
    };

    const [one, three, fifty] = [await cost(1), await cost(3), await cost(50)];

    expect([three, fifty]).toEqual([one, one]);
  });
});

describe('the days of reminders', () => {
  const { NOMINATION } = ReminderDeadline;
  const set = (editionId: string, days: readonly number[]) =>
    setReminderDays(em(), { actorId: 'person_admin', editionId, deadline: NOMINATION, daysBefore: days }, NOW);
  const READ = `query ($id: ID!) { delegation(id: $id) { reminders { deadline daysBefore } } }`;
  const read = async (id: string) => {
    const scope = { viewer: admin, locale: 'en', correlationId: newId('request'), deadlineAt: Date.now() + 20_000 };
    return service.running.execute({ query: READ, variables: { id }, scope });
  };

  it('are 14, 7 and 1 until somebody sets others, which then count', async () => {
    const { id, editionId } = await given('nominationClosesAt');
    await focalPointOf(id);
    const before = await read(id);

    const outcome = await set(editionId, [3, 30]);
    const sent = [await remind(daysBefore(14)), await remind(daysBefore(7)), await remind(daysBefore(3))];

    const others = ['CONFIRMATION', 'SUBSTITUTION', 'CREDENTIALS'].map((deadline) => ({
      deadline,
      daysBefore: [14, 7, 1],
    }));
    expect(before.data).toEqual({
      delegation: { reminders: [{ deadline: 'NOMINATION', daysBefore: [14, 7, 1] }, ...others] },
    });
    expect(outcome).toEqual({ editionId });
    expect((await read(id)).data).toEqual({
      delegation: { reminders: [{ deadline: 'NOMINATION', daysBefore: [30, 3] }, ...others] },
    });
    expect(sent).toEqual([1, 0, 1]);
  });

  it('remind nobody anew of an earlier day', async () => {
    const { id, editionId } = await given('nominationClosesAt');
    await focalPointOf(id);

    const sent = [await remind(daysBefore(7))];
    await set(editionId, [14, 10]);
    sent.push(await remind(daysBefore(6)));

    expect(sent).toEqual([1, 0]);
  });

  it('are as one of several wanted them who set them at the same moment', async () => {
    const { editionId } = await given('nominationClosesAt');

    await Promise.all([1, 2, 3, 4, 5].map((day) => set(editionId, [day, day + 10])));

    const entries = await em().execute<{ changes: { to: string }[] }[]>(
      'select changes from audit_entry where subject_id = ? and command = ? order by id',
      [editionId, 'setReminderDays'],
    );
    const [row] = await em().execute<{ days: string }[]>(
      `select array_to_string(days_before, ', ') as days from reminder_days where edition_id = ?`,
      [editionId],
    );
    expect(entries).toHaveLength(5);
    expect(entries.map(({ changes }) => changes[0]?.to)).toContain(row?.days);
  });

  it('are told with all that is wrong with them, through the graph', async () => {
    const { editionId } = await given('nominationClosesAt');
    const query = `mutation ($input: SetReminderDaysInput!) { setReminderDays(input: $input) { __typename
      ... on SetReminderDaysSuccess { edition { id } reminders { deadline daysBefore } }
      ... on InvalidInput { violations { path code message } } } }`;
    const scope = { viewer: admin, locale: 'en', correlationId: newId('request'), deadlineAt: Date.now() + 20_000 };
    const ask = async (days: readonly number[]) => {
      const input = { editionId, deadline: 'CREDENTIALS', daysBefore: days };
      const { data } = await service.running.execute({ query, variables: { input }, scope });
      return data?.setReminderDays;
    };

    expect(await ask([0, 3, 3])).toEqual({
      __typename: 'InvalidInput',
      violations: [
        {
          path: ['input', 'daysBefore', '0'],
          code: 'DAYS_OUT_OF_RANGE',
          message: 'Give a number of days from 1 to 365.',
        },
        { path: ['input', 'daysBefore', '2'], code: 'REPEATED', message: 'This day is given twice.' },
      ],
    });
    expect(await ask([3])).toEqual({
      __typename: 'SetReminderDaysSuccess',
      edition: { id: editionId },
      reminders: [
        ...['NOMINATION', 'CONFIRMATION', 'SUBSTITUTION'].map((deadline) => ({ deadline, daysBefore: [14, 7, 1] })),
        { deadline: 'CREDENTIALS', daysBefore: [3] },
      ],
    });
  });

  it('are not set for an edition there is not', async () => {
    expect(await set('none', [1])).toEqual({ refusal: 'edition-not-found' });
    expect(await em().execute(`select 1 from reminder_days where edition_id = 'none'`)).toEqual([]);
  });
});
