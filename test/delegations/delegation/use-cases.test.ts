import type { EntityManager } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { DelegationStatus, PartyType } from '../../../services/delegations/delegation/delegation.rules.ts';
import { changeQuota } from '../../../services/delegations/delegation/desk/change-quota.ts';
import { leaveEdition } from '../../../services/delegations/delegation/desk/leave-edition.ts';
import { submitDelegation } from '../../../services/delegations/delegation/desk/submit-delegation.ts';
import { confirmFocalPoint } from '../../../services/delegations/delegation/focal-point/confirm-focal-point.ts';
import { designateFocalPoint } from '../../../services/delegations/delegation/focal-point/designate-focal-point.ts';
import { removeFocalPoint } from '../../../services/delegations/delegation/focal-point/remove-focal-point.ts';
import { inviteDelegation } from '../../../services/delegations/delegation/invitation/invite-delegation.ts';
import { uploadNoteVerbale } from '../../../services/delegations/delegation/note-verbale/upload-note-verbale.ts';
import { DelegationRole, QuotaCategory } from '../../../services/delegations/nomination/nomination.rules.ts';
import { delegations } from '../../../services/delegations/subgraph.ts';
import { participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import {
  admin,
  DEADLINE,
  delegationRow,
  eventsOf,
  givenCountries,
  givenDelegation,
  givenEdition,
  givenNominations,
  givenNote,
  holder,
  INVITING,
  NOW,
  PDF,
  PNG,
  schedule,
  signIn,
  tell,
} from './given.ts';

const service = useService(delegations);
const em = (): EntityManager => service.running.database.orm.em.fork();
const otherAdmin = holder('ADMINISTRATOR', 'ALL', null);
const anyVersion = { expectedVersion: null };
const { INVITED, FOCAL_POINT_PENDING, FOCAL_POINT_CONFIRMED, NOMINATING, SUBMITTED } = DelegationStatus;

function focalPointOf(delegationId: string): Viewer {
  return holder('FOCAL_POINT', 'DELEGATION', delegationId);
}

function designation(viewer: Viewer, delegationId: string, noteVerbaleId: string, personId = newId('person')) {
  const designee = { personId };
  return { viewer, idempotencyKey: null, delegationId, designee, noteVerbaleId, expectedVersion: null };
}

async function designated(viewer: Viewer, delegationId: string, personId?: string): Promise<string> {
  const note = await givenNote(em(), admin, delegationId);
  const outcome = await designateFocalPoint(em(), TEST_KEYS, designation(viewer, delegationId, note, personId), NOW);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.focalPointId;
}

describe('an invitation', () => {
  function invitation(editionId: string, more: object = {}) {
    return {
      actorId: newId('person'),
      idempotencyKey: null,
      editionId,
      country: 'TJ',
      partyType: PartyType.MEMBER,
      quotas: [{ category: QuotaCategory.PRESS, allocated: 0 }],
      focalPointEmail: 'envoy@state.example',
      ...more,
    };
  }

  it('makes a delegation with its quotas, and a mail to whoever is to act for it', async () => {
    await givenCountries(em());
    const editionId = await givenEdition(service.running);

    const outcome = await inviteDelegation(em(), INVITING, invitation(editionId), NOW);

    const id = 'delegationId' in outcome ? outcome.delegationId : '';
    expect(await delegationRow(em(), id)).toEqual({ status: 'INVITED', version: 1 });
    expect(await em().execute('select category, allocated, used from quota where delegation_id = ?', [id])).toEqual([
      { category: 'PRESS', allocated: 0, used: 0 },
    ]);
    const mails = await em().execute<{ payload: { sealed: string } }[]>(
      `select payload from outbox_event where type = 'NoticeDue' and payload ->> 'about' = ?`,
      [id],
    );
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain('envoy');
  });

  it('is one, of many that invite the same state at once, whatever it takes part as', async () => {
    await givenCountries(em());
    const editionId = await givenEdition(service.running);
    const kinds = [PartyType.MEMBER, PartyType.OBSERVER, PartyType.ASSOCIATE, PartyType.MEMBER, PartyType.HOST];

    const outcomes = await Promise.all(
      kinds.map((partyType) => inviteDelegation(em(), INVITING, invitation(editionId, { partyType }), NOW)),
    );

    const refused = outcomes.flatMap((one) => ('refusal' in one ? [one] : []));
    const [made] = outcomes.flatMap((one) => ('refusal' in one ? [] : [one.delegationId]));
    expect(refused).toEqual(Array(4).fill({ refusal: 'delegation-exists', delegationId: made }));
    const organisation = await inviteDelegation(
      em(),
      INVITING,
      invitation(editionId, { partyType: PartyType.ORGANISATION }),
      NOW,
    );
    expect(organisation).toEqual({ delegationId: expect.stringMatching(/^delegation_/) });
  });

  it('goes out for no edition that is over, or that nobody has heard of', async () => {
    const over = await givenEdition(service.running, { status: 'CANCELLED' });

    expect(await inviteDelegation(em(), INVITING, invitation(over), NOW)).toEqual({
      refusal: 'edition-over',
      status: 'CANCELLED',
    });
    expect(await inviteDelegation(em(), INVITING, invitation('forum_edition_0'), NOW)).toEqual({
      refusal: 'edition-not-found',
    });
    expect(await em().execute('select id from delegation where edition_id = ?', [over])).toEqual([]);
  });
});

describe('the calendar of an edition', () => {
  it('is that of its latest version, whichever word comes last', async () => {
    const editionId = await givenEdition(service.running, { version: 3, timeZone: 'Asia/Bishkek' });

    await tell(service.running, 'EditionScheduled', { ...schedule(editionId), version: 2 });
    await tell(service.running, 'EditionScheduled', { ...schedule(editionId), version: 3 });

    expect(
      await em().execute('select time_zone, version from edition_calendar where edition_id = ?', [editionId]),
    ).toEqual([{ time_zone: 'Asia/Bishkek', version: 3 }]);
  });

  it('closes the delegations that took part, once the edition was held', async () => {
    const { id, editionId } = await givenDelegation(service.running, { status: DelegationStatus.ACCREDITED });
    const absent = await givenDelegation(service.running, { editionId, country: 'TJ' });

    await tell(service.running, 'EditionScheduled', { ...schedule(editionId), status: 'FINISHED', version: 2 });

    expect((await delegationRow(em(), id)).status).toBe('CLOSED');
    expect((await delegationRow(em(), absent.id)).status).toBe('INVITED');
  });
});

describe('a focal point', () => {
  it('who was invited signs in, names themself by a note verbale, and is confirmed', async () => {
    const { id, editionId } = await givenDelegation(service.running, { email: 'Envoy.KG@state.example' });
    const personId = newId('person');
    const stranger = await uploadNoteVerbale(
      em(),
      { viewer: participant(personId), delegationId: id, idempotencyKey: null, fileName: 'a.pdf', content: PDF },
      NOW,
    );
    await signIn(service.running, personId, 'envoy.kg@state.example');
    const note = await givenNote(em(), participant(personId), id);

    const command = { ...designation(participant(personId), id, note), designee: { email: 'envoy.kg@STATE.example' } };
    const named = await designateFocalPoint(em(), TEST_KEYS, command, NOW);
    const pending = await delegationRow(em(), id);
    const focalPointId = 'focalPointId' in named ? named.focalPointId : '';
    const bySelf = await confirmFocalPoint(em(), { viewer: participant(personId), focalPointId, ...anyVersion }, NOW);
    const officer = holder('ACCREDITATION_OFFICER', 'EDITION', editionId);
    const confirmed = await confirmFocalPoint(em(), { viewer: officer, focalPointId, ...anyVersion }, NOW);

    expect(stranger).toEqual({ refusal: 'delegation-not-found' });
    expect(pending.status).toBe(FOCAL_POINT_PENDING);
    expect(bySelf).toEqual({ refusal: 'focal-point-not-found' });
    expect(confirmed).toEqual({ delegationId: id, focalPointId });
    expect((await delegationRow(em(), id)).status).toBe(FOCAL_POINT_CONFIRMED);
    const told = await em().execute(`select payload from outbox_event where type = 'FocalPointConfirmed'
      and payload ->> 'delegationId' = '${id}'`);
    expect(told).toEqual([{ payload: { focalPointId, delegationId: id, personId, confirmedById: officer.personId } }]);
  });

  it('is told of when they sign in at last, having been confirmed before', async () => {
    const { id } = await givenDelegation(service.running, { status: NOMINATING });
    const note = await givenNote(em(), admin, id);
    const command = { ...designation(admin, id, note), designee: { email: 'later@state.example' } };
    const named = await designateFocalPoint(em(), TEST_KEYS, command, NOW);
    const focalPointId = 'focalPointId' in named ? named.focalPointId : '';
    const alone = await confirmFocalPoint(em(), { viewer: admin, focalPointId, ...anyVersion }, NOW);
    const unconfirmed = await em().execute('select status, confirmed_at from focal_point where id = ?', [focalPointId]);
    const byHand = em().execute('update focal_point set confirmed_by_id = designated_by_id where id = ?', [
      focalPointId,
    ]);
    await expect(byHand).rejects.toThrow('focal_point_four_eyes');
    await confirmFocalPoint(em(), { viewer: otherAdmin, focalPointId, ...anyVersion }, NOW);
    const before = await eventsOf(em(), id);

    await signIn(service.running, newId('person'), 'later@state.example');

    expect(alone).toEqual({ refusal: 'four-eyes-required' });
    expect(unconfirmed).toEqual([{ status: 'DESIGNATED', confirmed_at: null }]);
    expect(before).not.toContain('FocalPointConfirmed');
    expect((await eventsOf(em(), id)).at(-1)).toBe('FocalPointConfirmed');
  });

  it('waits for another officer once the address proves to be of the one who confirmed them, whichever comes first', async () => {
    const { id, editionId } = await givenDelegation(service.running, { status: NOMINATING });
    const note = await givenNote(em(), admin, id);
    const officer = holder('ACCREDITATION_OFFICER', 'EDITION', editionId);
    const named = async (email: string) => {
      const command = { ...designation(admin, id, note), designee: { email } };
      const outcome = await designateFocalPoint(em(), TEST_KEYS, command, NOW);
      return 'focalPointId' in outcome ? outcome.focalPointId : '';
    };
    const [early, racing] = [await named('own@state.example'), await named('racing@state.example')];
    const rows = () =>
      em().execute(
        `select status, person_id, confirmed_at, confirmed_by_id from focal_point where delegation_id = ? order by slot`,
        [id],
      );
    const racer = holder('ACCREDITATION_OFFICER', 'EDITION', editionId);
    await confirmFocalPoint(em(), { viewer: officer, focalPointId: early, ...anyVersion }, NOW);

    await signIn(service.running, officer.personId ?? '', 'own@state.example');
    await Promise.all([
      confirmFocalPoint(em(), { viewer: racer, focalPointId: racing, ...anyVersion }, NOW),
      signIn(service.running, racer.personId ?? '', 'racing@state.example'),
    ]);

    const unconfirmed = { status: 'DESIGNATED', confirmed_at: null, confirmed_by_id: null };
    expect(await rows()).toEqual([
      { ...unconfirmed, person_id: officer.personId },
      { ...unconfirmed, person_id: racer.personId },
    ]);
    expect(await eventsOf(em(), id)).not.toContain('FocalPointConfirmed');
    await confirmFocalPoint(em(), { viewer: racer, focalPointId: early, ...anyVersion }, NOW);
    expect((await eventsOf(em(), id)).at(-1)).toBe('FocalPointConfirmed');
    const byHand = em().execute('update focal_point set person_id = confirmed_by_id where id = ?', [early]);
    await expect(byHand).rejects.toThrow('focal_point_four_eyes');
  });

  it('is one of two, of many who are named at once', async () => {
    const { id } = await givenDelegation(service.running);
    const note = await givenNote(em(), admin, id);

    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map(() => designateFocalPoint(em(), TEST_KEYS, designation(admin, id, note), NOW)),
    );

    const refused = outcomes.filter((one) => 'refusal' in one);
    expect(refused).toEqual(Array(3).fill({ refusal: 'focal-points-complete', delegationId: id }));
    const slots = await em().execute(
      'select slot from focal_point where delegation_id = ? and until is null order by slot',
      [id],
    );
    expect(slots).toEqual([{ slot: 1 }, { slot: 2 }]);
  });

  it('is named once, of the same person who is named several times at once', async () => {
    const { id } = await givenDelegation(service.running);
    const note = await givenNote(em(), admin, id);
    const personId = newId('person');

    const outcomes = await Promise.all(
      [1, 2, 3].map(() => designateFocalPoint(em(), TEST_KEYS, designation(admin, id, note, personId), NOW)),
    );

    expect(outcomes.filter((one) => 'refusal' in one).map((one) => 'refusal' in one && one.refusal)).toEqual([
      'already-focal-point',
      'already-focal-point',
    ]);
  });

  it('makes room for another when removed, and stays in the history', async () => {
    const { id } = await givenDelegation(service.running, { status: NOMINATING });
    const [first] = [await designated(admin, id), await designated(admin, id)];
    await confirmFocalPoint(em(), { viewer: otherAdmin, focalPointId: first, ...anyVersion }, NOW);
    const removal = { viewer: focalPointOf(id), focalPointId: first, reason: null, ...anyVersion };

    const removed = await removeFocalPoint(em(), removal, NOW);
    const again = await removeFocalPoint(em(), removal, NOW);
    await designated(admin, id);

    expect(removed).toEqual({ delegationId: id, focalPointId: first });
    expect(again).toEqual({ refusal: 'focal-point-ended', until: NOW.toISOString() });
    expect(await eventsOf(em(), id)).toContain('FocalPointRemoved');
    const rows = await em().execute('select status, ended_by_id from focal_point where id = ?', [first]);
    expect(rows).toEqual([{ status: 'ENDED', ended_by_id: removal.viewer.personId }]);
  });

  it('of another state finds no delegation and no focal point, and changes nothing', async () => {
    const { id } = await givenDelegation(service.running, { status: NOMINATING });
    const focalPointId = await designated(admin, id);
    const note = await givenNote(em(), admin, id);
    const viewer = focalPointOf(newId('delegation'));
    const act = { viewer, delegationId: id, ...anyVersion };
    const before = await delegationRow(em(), id);

    const outcomes = [
      await designateFocalPoint(em(), TEST_KEYS, designation(viewer, id, note), NOW),
      await submitDelegation(em(), act, NOW),
      await leaveEdition(em(), { ...act, to: DelegationStatus.WITHDRAWN, reason: null }, NOW),
      await confirmFocalPoint(em(), { viewer, focalPointId, ...anyVersion }, NOW),
      await removeFocalPoint(em(), { viewer, focalPointId, reason: null, ...anyVersion }, NOW),
    ];

    expect(outcomes.map((one) => 'refusal' in one && one.refusal)).toEqual([
      'delegation-not-found',
      'delegation-not-found',
      'delegation-not-found',
      'focal-point-not-found',
      'focal-point-not-found',
    ]);
    expect(await delegationRow(em(), id)).toEqual(before);
  });

  it('needs a note verbale of their own delegation', async () => {
    const { id } = await givenDelegation(service.running);
    const other = await givenDelegation(service.running, { country: 'TJ' });
    const note = await givenNote(em(), admin, other.id);

    const outcome = await designateFocalPoint(em(), TEST_KEYS, designation(admin, id, note), NOW);

    expect(outcome).toEqual({ refusal: 'note-verbale-not-found' });
    expect((await delegationRow(em(), id)).status).toBe(INVITED);
  });

  it('who is erased is one no longer', async () => {
    const { id } = await givenDelegation(service.running);
    const personId = newId('person');
    const focalPointId = await designated(admin, id, personId);

    await tell(service.running, 'ErasureRequested', { personId, erasureId: newId('erasure') });

    const rows = await em().execute('select status, address_key from focal_point where id = ?', [focalPointId]);
    expect(rows).toEqual([{ status: 'ENDED', address_key: null }]);
  });
});

describe('a note verbale', () => {
  it('is what its content says, not its name', async () => {
    const { id } = await givenDelegation(service.running);
    const upload = { viewer: admin, delegationId: id, idempotencyKey: null };

    const named = await uploadNoteVerbale(em(), { ...upload, fileName: 'note.pdf', content: PNG }, NOW);
    const text = await uploadNoteVerbale(em(), { ...upload, fileName: 'note.pdf', content: Buffer.from('hello') }, NOW);
    const page = await uploadNoteVerbale(
      em(),
      { ...upload, fileName: 'note.png', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
      NOW,
    );
    const good = await uploadNoteVerbale(em(), { ...upload, fileName: 'note.PNG', content: PNG }, NOW);

    expect(named).toEqual({ refusal: 'wrong-file-type', expected: ['application/pdf'], found: 'image/png' });
    expect(text).toEqual({ refusal: 'wrong-file-type', expected: ['application/pdf'], found: null });
    expect(page).toMatchObject({ refusal: 'wrong-file-type', expected: ['image/png'] });
    expect(good).toEqual({ delegationId: id, noteVerbaleId: expect.stringMatching(/^note_verbale_/) });
    const kept = await em().execute('select content_type, size from note_verbale where delegation_id = ?', [id]);
    expect(kept).toEqual([{ content_type: 'image/png', size: PNG.length }]);
  });

  it('is kept once for a key, however often it is sent', async () => {
    const { id } = await givenDelegation(service.running);
    const upload = {
      viewer: admin,
      delegationId: id,
      idempotencyKey: newId('key'),
      fileName: 'note.pdf',
      content: PDF,
    };

    const [first, second] = await Promise.all([
      uploadNoteVerbale(em(), upload, NOW),
      uploadNoteVerbale(em(), upload, NOW),
    ]);

    expect(second).toEqual(first);
    expect(await em().execute('select content_type from note_verbale where delegation_id = ?', [id])).toHaveLength(1);
  });
});

describe('a delegation', () => {
  it('is submitted once, of many who submit it at once', async () => {
    const { id } = await givenDelegation(service.running, { status: NOMINATING });
    await givenNominations(em(), id);
    const act = { viewer: focalPointOf(id), delegationId: id, ...anyVersion };

    const outcomes = await Promise.all([1, 2, 3, 4].map(() => submitDelegation(em(), act, NOW)));

    expect(outcomes.filter((one) => !('refusal' in one))).toEqual([{ delegationId: id }]);
    expect(outcomes.filter((one) => 'refusal' in one)).toEqual(
      Array(3).fill({
        refusal: 'invalid-transition',
        from: SUBMITTED,
        to: SUBMITTED,
        allowed: [DelegationStatus.WITHDRAWN],
      }),
    );
    expect((await eventsOf(em(), id)).filter((type) => type === 'DelegationStatusChanged')).toHaveLength(1);
  });

  it('needs a head, an open deadline and the version that was read', async () => {
    const { id } = await givenDelegation(service.running, { status: NOMINATING });
    const act = { viewer: focalPointOf(id), delegationId: id, ...anyVersion };
    await givenNominations(em(), id, [DelegationRole.DELEGATE]);
    const before = await delegationRow(em(), id);

    const headless = await submitDelegation(em(), act, NOW);
    await givenNominations(em(), id);
    const late = await submitDelegation(em(), act, DEADLINE);
    const stale = await submitDelegation(em(), { ...act, expectedVersion: before.version + 1 }, NOW);
    const officer = await submitDelegation(em(), { ...act, viewer: admin }, NOW);

    expect(headless).toEqual({ refusal: 'head-missing' });
    expect(late).toEqual({ refusal: 'submission-closed', closedAt: DEADLINE.toISOString() });
    expect(stale).toEqual({ refusal: 'version-conflict', currentVersion: before.version });
    expect(officer).toMatchObject({ refusal: 'invalid-transition', from: NOMINATING, to: SUBMITTED });
    expect(await delegationRow(em(), id)).toEqual(before);
  });

  it('declines an invitation, and is withdrawn later', async () => {
    const { id } = await givenDelegation(service.running);
    const act = { viewer: admin, delegationId: id, reason: 'No budget this year', ...anyVersion };

    const early = await leaveEdition(em(), { ...act, to: DelegationStatus.WITHDRAWN }, NOW);
    const declined = await leaveEdition(em(), { ...act, to: DelegationStatus.DECLINED }, NOW);
    const note = await uploadNoteVerbale(
      em(),
      { viewer: admin, delegationId: id, idempotencyKey: null, fileName: 'a.pdf', content: PDF },
      NOW,
    );

    expect(early).toMatchObject({ refusal: 'invalid-transition', from: INVITED });
    expect(declined).toEqual({ delegationId: id });
    expect(note).toEqual({ refusal: 'delegation-over', status: DelegationStatus.DECLINED });
    expect((await delegationRow(em(), id)).status).toBe('DECLINED');
  });

  it('never has fewer places than are used, however the two race', async () => {
    const { id } = await givenDelegation(service.running, { status: NOMINATING });
    await givenNominations(em(), id, Array(3).fill(DelegationRole.DELEGATE));
    const act = { viewer: admin, delegationId: id, category: QuotaCategory.DELEGATE, ...anyVersion };

    const below = await changeQuota(em(), { ...act, allocated: 2 }, NOW);
    await Promise.allSettled([
      changeQuota(em(), { ...act, allocated: 3 }, NOW),
      givenNominations(em(), id, [DelegationRole.DELEGATE]),
      changeQuota(em(), { ...act, allocated: 4 }, NOW),
      givenNominations(em(), id, [DelegationRole.DELEGATE]),
    ]);
    const added = await changeQuota(em(), { ...act, category: QuotaCategory.PRESS, allocated: 2 }, NOW);

    expect(below).toEqual({ refusal: 'quota-below-used', used: 3 });
    expect(added).toEqual({ delegationId: id });
    const [row] = await em().execute<{ allocated: number; used: number; named: number }[]>(
      `select allocated, used, (select count(*)::integer from nomination where delegation_id = quota.delegation_id) as named
       from quota where delegation_id = ? and category = 'DELEGATE'`,
      [id],
    );
    expect(row?.used).toBe(row?.named);
    expect((row?.used ?? 0) <= (row?.allocated ?? 0)).toBe(true);
  });
});
