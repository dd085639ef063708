import { describe, expect, it } from 'vitest';
import { issueAttendanceCertificates } from '../../../services/forum/letter/attendance/issue-attendance-certificates.ts';
import { issueInvitationLetter } from '../../../services/forum/letter/invitation/issue-invitation-letter.ts';
import { requestInvitationLetter } from '../../../services/forum/letter/invitation/request-invitation-letter.ts';
import { revokeInvitationLetter } from '../../../services/forum/letter/invitation/revoke-invitation-letter.ts';
import { readNumber } from '../../../services/forum/letter/numbering/document-number.rules.ts';
import { personalTables } from '../../../services/forum/privacy/personal-tables.ts';
import { withdrawErased } from '../../../services/forum/privacy/withdraw-erased.ts';
import { endRegistration } from '../../../services/forum/registration/end-registration.ts';
import { lockRegistration } from '../../../services/forum/registration/lock-registration.ts';
import { RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { NO_KEYS } from '../../../services/shared/crypto/key-ring.ts';
import { newId } from '../../../services/shared/ids.ts';
import { initialsOf } from '../../../services/shared/names/written-name.rules.ts';
import { eraseWhenAsked } from '../../../services/shared/privacy/erase-when-asked.ts';
import { printedCode, readCode } from '../../../services/shared/text/code.rules.ts';
import { useService } from '../../support/database.ts';
import { aRequest, desk, givenEdition, givenRegistration, givenRequest, lettersOf, NOW } from './letters.ts';

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();
const SIGNATORY = { name: 'K. Suleimenov', office: 'Chair' };
const AFTER = new Date('2026-11-01T08:00:00.000Z');

function issue(letterId: string, { viewer = desk, expectedVersion = null, now = NOW } = {} as Partial<Issue>) {
  return issueInvitationLetter(em(), { viewer, letterId, signatory: SIGNATORY, expectedVersion }, now);
}
interface Issue {
  readonly viewer: Viewer;
  readonly expectedVersion: number | null;
  readonly now: Date;
}

function revoke(letterId: string, viewer: Viewer = desk) {
  return revokeInvitationLetter(em(), { viewer, letterId, reason: 'issued twice', expectedVersion: null }, NOW);
}

describe('a request for an invitation letter', () => {
  it('is one for a registration, however many are sent at once', async () => {
    const registration = await givenRegistration(em(), (await givenEdition(em())).id);

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => requestInvitationLetter(em(), aRequest(registration), NOW)),
    );

    const ids = new Set(outcomes.map((outcome) => ('letterId' in outcome ? outcome.letterId : outcome.refusal)));
    expect(ids.size).toBe(1);
    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toHaveLength(9);
    expect((await lettersOf(em(), registration.id)).map(({ status }) => status)).toEqual(['REQUESTED']);
  });

  it('gives the same letter for the same key, and refuses the key with another input', async () => {
    const registration = await givenRegistration(em(), (await givenEdition(em())).id);
    const request = { ...aRequest(registration), idempotencyKey: 'mine' };

    const first = await requestInvitationLetter(em(), request, NOW);
    const again = await requestInvitationLetter(em(), request, NOW);
    const other = await requestInvitationLetter(em(), { ...request, embassy: 'Rome' }, NOW);

    expect(again).toEqual(first);
    expect(other).toEqual({ refusal: 'idempotency-key-reused' });
  });

  it.each([
    ['somebody else’s registration', {}, {}, { personId: newId('person') }, { refusal: 'registration-not-found' }],
    ['no registration', {}, {}, { registrationId: 'none' }, { refusal: 'registration-not-found' }],
    [
      'a registration that waits',
      {},
      { status: 'WITHDRAWN' },
      {},
      { refusal: 'registration-not-confirmed', status: 'WITHDRAWN' },
    ],
    ['a person without a Latin name', {}, { hasName: false }, {}, { refusal: 'latin-name-missing' }],
    ['an edition that is over', { status: 'FINISHED' }, {}, {}, { refusal: 'edition-not-ahead' }],
  ])('is refused for %s', async (_case, editionMore, registrationMore, requestMore, refusal) => {
    const edition = await givenEdition(em(), editionMore);
    const registration = await givenRegistration(em(), edition.id, registrationMore);

    const outcome = await requestInvitationLetter(em(), { ...aRequest(registration), ...requestMore }, NOW);

    expect(outcome).toMatchObject(refusal);
    expect(await lettersOf(em(), registration.id)).toEqual([]);
  });
});

describe('issuing invitation letters', () => {
  it('numbers those of an edition one by one and without gaps, however many race, refused ones among them', async () => {
    const edition = await givenEdition(em());
    const registrations = await Promise.all(Array.from({ length: 12 }, () => givenRegistration(em(), edition.id)));
    const letters = await Promise.all(registrations.map((registration) => givenRequest(em(), registration)));
    const stranger = participant(newId('person'));

    const outcomes = await Promise.all(
      letters.flatMap((id) => [
        issue(id),
        issue(id),
        issue(id, { viewer: stranger }),
        issue(id, { expectedVersion: 9 }),
      ]),
    );

    const states = (await Promise.all(registrations.map(({ id }) => lettersOf(em(), id)))).flat();
    const numbers = Array.from(
      { length: 12 },
      (_none, index) => `${edition.year}-${String(index + 1).padStart(6, '0')}`,
    );
    expect(states.map(({ number }) => number).toSorted()).toEqual(numbers);
    expect(new Set(states.map(({ code }) => code)).size).toBe(12);
    expect(states.every(({ code }) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code ?? ''))).toBe(true);
    expect(outcomes.filter((outcome) => 'letterId' in outcome)).toHaveLength(12);
  });

  it('is for those who run the edition: to others there is no such letter', async () => {
    const [edition, other] = [await givenEdition(em()), await givenEdition(em())];
    const registration = await givenRegistration(em(), edition.id);
    const letterId = await givenRequest(em(), registration);
    const elsewhere: Viewer = {
      ...desk,
      grants: [{ role: 'REGISTRATION_DESK', scope: { kind: 'EDITION', id: other.id } }],
    };

    const outcomes = await Promise.all([
      issue(letterId, { viewer: participant(registration.personId) }),
      issue(letterId, { viewer: elsewhere }),
      revoke(letterId, elsewhere),
      issue('none'),
    ]);

    expect(outcomes).toEqual(outcomes.map(() => ({ refusal: 'letter-not-found' })));
    expect(await lettersOf(em(), registration.id)).toEqual([
      { status: 'REQUESTED', number: null, code: null, version: 1 },
    ]);
  });

  it('is refused for a version that is not the letter’s, a step there is not, and what a letter cannot say', async () => {
    const undated = await givenEdition(em(), { isDated: false });
    const unsaid = await givenRequest(em(), await givenRegistration(em(), undated.id));
    const edition = await givenEdition(em());
    const registration = await givenRegistration(em(), edition.id);
    const letterId = await givenRequest(em(), registration);

    const conflict = await issue(letterId, { expectedVersion: 7 });
    const late = await issue(letterId, { now: AFTER });
    const withoutDates = await issue(unsaid);
    await issue(letterId);
    const again = await issue(letterId);
    await revoke(letterId);
    const revoked = await revoke(letterId);

    expect([conflict, late, withoutDates, again, revoked]).toEqual([
      { refusal: 'version-conflict', currentVersion: 1 },
      { refusal: 'edition-not-ahead', editionId: edition.id },
      { refusal: 'edition-without-dates', editionId: undated.id },
      { refusal: 'invalid-transition', from: 'ISSUED', to: 'ISSUED', allowed: ['REVOKED'] },
      { refusal: 'invalid-transition', from: 'REVOKED', to: 'REVOKED', allowed: [] },
    ]);
  });

  it('says for ever what was true when it was done', async () => {
    const registration = await givenRegistration(em(), (await givenEdition(em())).id);
    const letterId = await givenRequest(em(), registration);
    await issue(letterId);

    await em().execute(`update registration set latin_name = '{"family": "Other", "given": null}' where id = ?`, [
      registration.id,
    ]);

    const [row] = await em().execute<{ latin_name: object; edition_as_issued: object }[]>(
      'select latin_name, edition_as_issued from invitation_letter where id = ?',
      [letterId],
    );
    expect(row).toMatchObject({
      latin_name: { family: 'Akhmetova', given: 'Saule' },
      edition_as_issued: { title: { en: 'Forum' }, startsAt: '2026-10-01T04:00:00.000Z', timeZone: 'Asia/Almaty' },
    });
  });

  it('ends with the registration: its letter is revoked, and another may be asked for later', async () => {
    const registration = await givenRegistration(em(), (await givenEdition(em())).id);
    await issue(await givenRequest(em(), registration));

    await em().transactional(async (tx) => {
      const locked = await lockRegistration(tx, registration.id);
      const act = { actorId: registration.personId, command: 'withdrawRegistration' };
      if (locked) await endRegistration(tx, locked, { ...act, to: RegistrationStatus.WITHDRAWN }, NOW);
    });

    expect((await lettersOf(em(), registration.id)).map(({ status }) => status)).toEqual(['REVOKED']);
    const [audited] = await em().execute<{ count: string }[]>(
      `select count(*) from audit_entry where command = 'withdrawRegistration' and subject_id like 'invitation_letter%'
         and actor_id = ?`,
      [registration.personId],
    );
    expect(Number(audited?.count)).toBe(1);
  });
});

describe('attendance certificates', () => {
  const ACTOR = newId('person');
  const issueAll = (editionId: string, idempotencyKey: string | null = null) =>
    issueAttendanceCertificates(em(), { actorId: ACTOR, idempotencyKey, editionId }, AFTER);
  const numbersOf = async (editionId: string) => {
    const rows = await em().execute<{ number: string }[]>(
      'select number from attendance_certificate where edition_id = ? order by number',
      [editionId],
    );
    return rows.map(({ number }) => number);
  };

  it('go to everybody who attended and has a name, once, however often they are issued at once', async () => {
    const { id, year } = await givenEdition(em(), { status: 'FINISHED' });
    for (let place = 0; place < 8; place += 1) await givenRegistration(em(), id, { status: 'ATTENDED' });
    await givenRegistration(em(), id, { status: 'ATTENDED', hasName: false });
    await givenRegistration(em(), id, { status: 'NO_SHOW' });

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => issueAll(id)));
    await givenRegistration(em(), id, { status: 'ATTENDED' });
    const later = await issueAll(id);

    expect(outcomes.map((outcome) => ('issued' in outcome ? outcome.issued : -1)).toSorted()).toEqual([0, 0, 0, 0, 8]);
    expect(later).toEqual({ editionId: id, issued: 1, withoutName: 1 });
    const numbers = Array.from({ length: 9 }, (_none, index) => `${year}-A00000${index + 1}`);
    expect(await numbersOf(id)).toEqual(numbers);
  });

  it.each(['REGISTRATION_OPEN', 'IN_PROGRESS', 'CANCELLED'])(
    'wait for the end of an edition that is %s',
    async (status) => {
      const { id } = await givenEdition(em(), { status });
      await givenRegistration(em(), id, { status: 'ATTENDED' });

      expect(await issueAll(id)).toEqual({ refusal: 'edition-not-finished', editionId: id });
      expect(await numbersOf(id)).toEqual([]);
    },
  );

  it('are issued for no edition that there is not, and once for a key', async () => {
    const { id } = await givenEdition(em(), { status: 'FINISHED' });
    await givenRegistration(em(), id, { status: 'ATTENDED' });

    const none = await issueAll('forum_edition_none');
    const first = await issueAll(id, 'key');
    const again = await issueAll(id, 'key');

    expect(none).toEqual({ refusal: 'edition-not-found' });
    expect([first, again]).toEqual([
      { editionId: id, issued: 1, withoutName: 0 },
      { editionId: id, issued: 1, withoutName: 0 },
    ]);
  });
});

describe('the documents of somebody who is erased', () => {
  const erase = (personId: string) =>
    em().transactional((tx) => {
      const erased = eraseWhenAsked({ service: 'forum', tables: personalTables, settle: withdrawErased });
      const payload = { personId, erasureId: newId('erasure') };
      return erased(
        tx,
        { id: newId('event'), type: 'ErasureRequested', occurredAt: NOW.getTime(), payload },
        NOW,
        NO_KEYS,
      );
    });
  const namesIn = async (table: string, registrationId: string) => {
    const rows = await em().execute<{ names: number }[]>(
      `select num_nonnulls(native_name, latin_name) as names from ${table} where registration_id = ?`,
      [registrationId],
    );
    return rows.map(({ names }) => names);
  };

  it('keep their numbers and lose their names; letters are revoked', async () => {
    const registration = await givenRegistration(em(), (await givenEdition(em())).id);
    await issue(await givenRequest(em(), registration));
    expect(await namesIn('invitation_letter', registration.id)).toEqual([2]);

    await erase(registration.personId);

    expect(await namesIn('invitation_letter', registration.id)).toEqual([0]);
    expect(await lettersOf(em(), registration.id)).toEqual([
      { status: 'REVOKED', number: expect.any(String), code: expect.any(String), version: expect.any(Number) },
    ]);
  });

  it('never get a name back, also where certificates are issued at that very moment', async () => {
    const { id } = await givenEdition(em(), { status: 'FINISHED' });
    const registrations = await Promise.all(
      Array.from({ length: 6 }, () => givenRegistration(em(), id, { status: 'ATTENDED' })),
    );
    const issueAll = () =>
      issueAttendanceCertificates(em(), { actorId: 'a', idempotencyKey: null, editionId: id }, AFTER);

    await Promise.all([...registrations.map(({ personId }) => erase(personId)), issueAll(), issueAll()]);

    const names = await Promise.all(registrations.map((one) => namesIn('attendance_certificate', one.id)));
    expect(names.flat().filter((count) => count > 0)).toEqual([]);
  });
});

describe('what is printed and typed', () => {
  it.each([
    [' 2026-000123 ', { kind: 'INVITATION_LETTER', number: '2026-000123' }],
    ['2026-a000123', { kind: 'ATTENDANCE_CERTIFICATE', number: '2026-A000123' }],
    ['2026-123', null],
    ["2026-000123' or true", null],
  ])('reads the number %j', (typed, read) => expect(readNumber(typed)).toEqual(read));

  it('reads a code however it is typed', () => {
    expect(printedCode('7K3M9QW2A4BCDEF0')).toBe('7K3M-9QW2-A4BC-DEF0');
    expect(readCode('7k3m 9qw2-a4bc-deFO')).toBe('7K3M9QW2A4BCDEF0');
  });

  it('tells a holder by initials alone', () => {
    expect(initialsOf({ family: 'Әбділдә', given: 'Үміт' })).toBe('Ү. Ә.');
    expect(initialsOf({ family: 'Suharto', given: null })).toBe('S.');
  });
});
