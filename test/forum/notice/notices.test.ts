import { describe, expect, it } from 'vitest';
import { editionNotices } from '../../../services/forum/notice/edition-notices.ts';
import { registrationNotices } from '../../../services/forum/notice/registration-notices.ts';
import { sessionNotices } from '../../../services/forum/notice/session-notices.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { openNotice } from '../../../services/shared/mail/notice.ts';
import { zoneInWords } from '../../../services/shared/text/when.rules.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { givenEdition, givenRegistration, givenWaitingGroup, NOW, STARTS, stateOf } from '../waiting-list/editions.ts';

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();

/** Hands an event to the forum, and returns the mails it has sent because of it. */
async function mailsAbout(type: string, payload: Record<string, string>) {
  const handle = { ...editionNotices, ...registrationNotices, ...sessionNotices }[type];
  if (!handle) throw new Error(`nothing handles ${type}`);
  await em().execute(`delete from outbox_event where type = 'NoticeDue'`);
  const event = { id: newId('event'), type, occurredAt: NOW.getTime(), payload };
  await em().transactional((tx) => handle(tx, event, NOW, TEST_KEYS));
  const sent = await em().execute<{ payload: Record<string, string> }[]>(
    `select payload from outbox_event where type = 'NoticeDue' order by id`,
  );
  return sent.map(({ payload: { personId, about = '', sealed = '', expiresAt } }) => {
    const { subject, paragraphs } = openNotice(TEST_KEYS, { about, sealed });
    return { personId, expiresAt, subject: subject.en, text: paragraphs.map(({ en }) => en).join('\n') };
  });
}

async function givenOffer(editionId: string, registrationIds: readonly string[], groupId: string | null) {
  const offerId = newId('seat_offer');
  await em().execute(
    `insert into seat_offer (id, edition_id, group_id, status, made_at, expires_at) values (?, ?, ?, 'OPEN', ?, ?)`,
    [offerId, editionId, groupId, NOW, new Date(NOW.getTime() + 48 * 3_600_000)],
  );
  for (const id of registrationIds) {
    await em().execute(`update registration set status = 'OFFERED', seat_offer_id = ? where id = ?`, [offerId, id]);
  }
  return offerId;
}

describe('a participant hears', () => {
  it('that they are confirmed, and has a badge from then on', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 });
    const registrationId = await givenRegistration(em(), editionId);

    const mails = await mailsAbout('RegistrationConfirmed', { registrationId });

    const badges = await em().execute('select status from badge where registration_id = ?', [registrationId]);
    expect(mails).toMatchObject([
      {
        personId: (await stateOf(em(), registrationId))?.person_id,
        subject: expect.stringContaining('your registration is confirmed'),
      },
    ]);
    expect(badges).toEqual([{ status: 'PRE_VALID' }]);
  });

  it('nothing of a confirmation that is not so any more', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 });
    const registrationId = await givenRegistration(em(), editionId);
    await em().execute(`update registration set status = 'WITHDRAWN' where id = ?`, [registrationId]);

    const mails = await mailsAbout('RegistrationConfirmed', { registrationId });

    expect(mails).toEqual([]);
    expect(await em().execute('select * from badge where registration_id = ?', [registrationId])).toEqual([]);
  });

  it('that they wait', async () => {
    const editionId = await givenEdition(em(), { capacity: 0, waitlistLimit: 1 });
    const registrationId = await givenRegistration(em(), editionId);

    const [mail] = await mailsAbout('RegistrationMade', { registrationId });

    expect(mail?.subject).toContain('you are on the waiting list');
  });

  it('that a seat is held for them, until when on the clocks of the forum’s city', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 });
    const registrationId = await givenRegistration(em(), editionId);
    const seatOfferId = await givenOffer(editionId, [registrationId], null);

    const [mail] = await mailsAbout('SeatOffered', { registrationId, seatOfferId });

    expect(mail?.expiresAt).toBe('2026-05-03T08:00:00.000Z');
    expect(mail?.text).toContain('until May 3, 2026 at 1:00 PM (Almaty, GMT+05:00 time)');
  });

  it('that the offer has run out, and not what they did themselves', async () => {
    const editionId = await givenEdition(em(), { capacity: 2, waitlistLimit: 1 });
    const [expired, withdrawn] = [await givenRegistration(em(), editionId), await givenRegistration(em(), editionId)];
    await givenOffer(editionId, [expired], null);
    await em().execute(`update registration set status = 'OFFER_EXPIRED' where id = ?`, [expired]);
    await em().execute(`update registration set status = 'WITHDRAWN' where id = ?`, [withdrawn]);

    const [mail] = await mailsAbout('RegistrationEnded', { registrationId: expired });

    expect(mail?.subject).toContain('the offer of a seat has run out');
    expect(await mailsAbout('RegistrationEnded', { registrationId: withdrawn })).toEqual([]);
  });
});

it('writes once about seats for a group, to whoever registered it', async () => {
  const editionId = await givenEdition(em(), { capacity: 2, waitlistLimit: 5 });
  const { groupId, contactId, registrationIds } = await givenWaitingGroup(em(), editionId, 2, NOW);
  const seatOfferId = await givenOffer(editionId, registrationIds, groupId);

  const mails: Awaited<ReturnType<typeof mailsAbout>> = [];
  for (const registrationId of registrationIds) {
    mails.push(...(await mailsAbout('SeatOffered', { registrationId, seatOfferId })));
  }

  expect(mails.map(({ personId }) => personId)).toEqual([contactId]);
  expect(mails[0]?.text).toContain('Your group “Dostyq” is offered 2 seats at once');
});

it('tells everybody who has to do with an edition that it is put off, once, and no one of an edition that is not', async () => {
  const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 9 });
  const [confirmed, waiting, withdrawn] = [
    await givenRegistration(em(), editionId),
    await givenRegistration(em(), editionId),
    await givenRegistration(em(), editionId),
  ];
  await em().execute(`update registration set status = 'WITHDRAWN' where id = ?`, [withdrawn]);
  const { contactId, registrationIds } = await givenWaitingGroup(em(), editionId, 2, NOW);
  const before = await mailsAbout('EditionPostponed', { editionId });
  await em().execute(`update edition set status = 'POSTPONED' where id = ?`, [editionId]);

  const mails = await mailsAbout('EditionPostponed', { editionId });

  const states = await Promise.all([confirmed, waiting, ...registrationIds].map((id) => stateOf(em(), id)));
  const told = [contactId, ...states.map((state) => state?.person_id)];
  expect(before).toEqual([]);
  expect(mails.map(({ personId }) => personId).toSorted()).toEqual(told.toSorted());
  expect(mails[0]?.subject).toContain('the forum is postponed');
});

it('writes to some hundreds at a time of an edition that is put off, and to all of them in the end', async () => {
  const editionId = await givenEdition(em(), { capacity: 0, waitlistLimit: 600 }, { status: 'POSTPONED' });
  await em().execute(
    `insert into registration (id, edition_id, person_id, category, status, registered_at)
     select 'registration_many_' || n, ?, 'person_many_' || n, 'OPEN', 'WAITLISTED', ? from generate_series(1, 600) as n`,
    [editionId, NOW],
  );

  const first = await mailsAbout('EditionPostponed', { editionId });
  const [next] = await em().execute<{ payload: Record<string, string> }[]>(
    `select payload from outbox_event where type = 'EditionPostponed'`,
  );
  const rest = await mailsAbout('EditionPostponed', next?.payload ?? {});

  expect([first.length, rest.length]).toEqual([500, 100]);
  expect(new Set([...first, ...rest].map(({ personId }) => personId)).size).toBe(600);
});

it('says of a registration that ended with its edition that there is no forum', async () => {
  const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 });
  const registrationId = await givenRegistration(em(), editionId);
  await em().execute(`update registration set status = 'CANCELLED', holds_seat = false where id = ?`, [registrationId]);
  const [byOrganisers] = await mailsAbout('RegistrationEnded', { registrationId });
  await em().execute(`update edition set status = 'CANCELLED' where id = ?`, [editionId]);

  const [withEdition] = await mailsAbout('RegistrationEnded', { registrationId });

  expect(byOrganisers?.subject).toContain('your registration is cancelled');
  expect(withEdition?.subject).toContain('the forum is cancelled');
});

it('tells whoever booked a session where and when it is now', async () => {
  const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 });
  const registrationId = await givenRegistration(em(), editionId);
  const [sessionId, bookingId] = [newId('session'), newId('session_booking')];
  await em().execute(
    `insert into session (id, edition_id, title, starts_at, ends_at, room, floor_languages, interpretation_languages)
     values (?, ?, '{"en":"First aid"}', ?, ?, 'B', '{ru}', '{}')`,
    [sessionId, editionId, STARTS, new Date(STARTS.getTime() + 3_600_000)],
  );
  await em().execute(
    `insert into booking (id, session_id, registration_id, edition_id, person_id, starts_at, ends_at, status, booked_at)
     select ?, ?, id, edition_id, person_id, ?, ?, 'BOOKED', ? from registration where id = ?`,
    [bookingId, sessionId, STARTS, new Date(STARTS.getTime() + 3_600_000), NOW, registrationId],
  );

  const [mail] = await mailsAbout('SessionMoved', { bookingId });

  expect(mail?.subject).toBe('“First aid” has moved');
  expect(mail?.text).toContain(
    'October 1, 2026 at 9:00 AM – October 1, 2026 at 10:00 AM (Almaty, GMT+05:00 time), room B',
  );
});

it('names the zone of Kazakhstan as it is since March 2024, and as it was before', () => {
  expect(zoneInWords('Asia/Almaty', new Date('2026-10-01T00:00:00Z'), 'en')).toBe('Almaty, GMT+05:00');
  expect(zoneInWords('Asia/Almaty', new Date('2024-02-01T00:00:00Z'), 'en')).toBe('Almaty, GMT+06:00');
});
