import { describe, expect, it } from 'vitest';
import { CredentialsDecision, CredentialsItem } from '../../../services/delegations/credentials/credentials.rules.ts';
import { resubmitNomination } from '../../../services/delegations/credentials/resubmit/resubmit-nomination.ts';
import { takeCredentials } from '../../../services/delegations/credentials/take/take-credentials.ts';
import { confirmNomination } from '../../../services/delegations/nomination/confirm/confirm-nomination.ts';
import { DelegationRole } from '../../../services/delegations/nomination/nomination.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { countsOf, NOW } from '../../forum/waiting-list/editions.ts';
import { givenDelegation, givenNominee, nominationOf, registrationsOf, useDesk, usedOf } from '../nomination/desk.ts';
import {
  auditOf,
  credentialsOf,
  EVERYTHING,
  entrusted,
  givenConfirmed,
  mailsAbout,
  met,
  officerOf,
  verify,
} from './officers.ts';

const { APPROVE, ADMIT_PROVISIONALLY, HOLD, RETURN, REJECT } = CredentialsDecision;
const { ISSUER, SIGNATORY } = CredentialsItem;
const NOTE = 'The signature is missing';

describe('credentials of a nominee', () => {
  const desk = useDesk();
  const erase = (personId: string) =>
    desk.deliver({
      id: newId('event'),
      type: 'ErasureRequested',
      occurredAt: NOW.getTime(),
      payload: { personId, erasureId: newId('erasure') },
    });
  const resubmit = (nominationId: string, actorId: string, change: object = {}) =>
    resubmitNomination(
      desk.delegations,
      {
        actorId,
        idempotencyKey: null,
        nominationId,
        names: { nativeName: null, latinName: { family: 'Akhmetowa', given: 'Saule' } },
        expectedVersion: null,
        mayCompose: () => true,
        ...change,
      },
      NOW,
    );

  it('wait from the moment the nominee has a seat, and are approved once all is met', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenConfirmed(desk, delegationId);
    const before = await credentialsOf(desk, nominationId);
    const officer = officerOf(editionId);

    const early = await verify(desk, officer, nominationId, { checklist: met(ISSUER) });
    const untouched = await credentialsOf(desk, nominationId);
    const outcome = await verify(desk, officer, nominationId);

    expect(before).toMatchObject({ status: 'CONFIRMED', met: [], is_waiting: true, decision: null });
    expect(early).toEqual({
      refusal: 'checklist-incomplete',
      missing: ['SIGNATORY', 'AUTHORITY', 'PLACE_AND_DATE', 'NAMES_MATCH', 'DOCUMENT_VALID'],
    });
    expect(untouched).toEqual(before);
    expect(outcome).toEqual({ nominationId });
    expect(await credentialsOf(desk, nominationId)).toMatchObject({
      status: 'APPROVED',
      is_waiting: false,
      owner_id: null,
      decision: 'APPROVE',
      decided_by_id: officer.personId,
    });
    expect((await auditOf(desk, nominationId)).at(-1)).toEqual([
      'verifyCredentials',
      'status=UNDER_REVIEW',
      'status=APPROVED',
      'decision=APPROVE',
      'met.ISSUER=true',
      'met.SIGNATORY=true',
      'met.AUTHORITY=true',
      'met.PLACE_AND_DATE=true',
      'met.NAMES_MATCH=true',
      'met.DOCUMENT_VALID=true',
    ]);
    expect((await mailsAbout(desk, nominationId)).map(({ to }) => to)).toEqual([personId]);
  });

  it('admit somebody provisionally, who is told what is missing, and its focal points too', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const focalPointId = await givenFocalPoint(delegationId);
    const { nominationId, personId } = await givenConfirmed(desk, delegationId);
    const officer = officerOf(editionId);
    const almost = EVERYTHING.filter(({ item }) => item !== SIGNATORY);

    await verify(desk, officer, nominationId, { decision: ADMIT_PROVISIONALLY, checklist: almost });
    const provisional = await credentialsOf(desk, nominationId);
    const mails = await mailsAbout(desk, nominationId);
    const approved = await verify(desk, officerOf(editionId), nominationId, { checklist: met(SIGNATORY) });

    expect(provisional).toMatchObject({ status: 'PRE_APPROVED', is_waiting: true, decision: 'ADMIT_PROVISIONALLY' });
    expect(mails.map(({ to }) => to)).toEqual([personId, focalPointId]);
    expect(mails[0]?.text).toContain('Still missing: signatory.');
    expect(approved).toEqual({ nominationId });
    expect((await credentialsOf(desk, nominationId))?.status).toBe('APPROVED');
  });

  it('are held with a note that no mail repeats and the trail does not keep', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId);

    await verify(desk, officerOf(editionId), nominationId, { decision: HOLD, checklist: [], note: NOTE });

    expect(await credentialsOf(desk, nominationId)).toMatchObject({ status: 'ON_HOLD', note: NOTE, is_waiting: true });
    expect(JSON.stringify(await mailsAbout(desk, nominationId))).not.toContain(NOTE);
    const journal = await desk.delegations.execute(
      `select to_jsonb(audit_entry)::text as text from audit_entry
       union all select to_jsonb(outbox_event)::text from outbox_event`,
    );
    expect(JSON.stringify(journal)).not.toContain(NOTE);
  });

  it('end a nomination when rejected: its place and its seat are free', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenConfirmed(desk, delegationId);

    await verify(desk, officerOf(editionId), nominationId, { decision: REJECT, checklist: [], note: NOTE });
    await desk.settle(2);

    expect(await credentialsOf(desk, nominationId)).toMatchObject({
      status: 'REJECTED',
      note: NOTE,
      is_waiting: false,
      decision: 'REJECT',
    });
    expect(await usedOf(desk, delegationId)).toEqual({ used: 0, active: 0 });
    expect((await registrationsOf(desk, personId)).map(({ status }) => status)).toEqual(['CANCELLED']);
    expect(await countsOf(desk.forum, editionId)).toMatchObject({ claimed: 0 });
  });

  it('of the head of a submitted delegation are returned, and not rejected', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId, { role: DelegationRole.HEAD });
    await desk.delegations.execute(`update delegation set status = 'SUBMITTED' where id = ?`, [delegationId]);
    const before = await credentialsOf(desk, nominationId);

    const outcome = await verify(desk, officerOf(editionId), nominationId, { decision: REJECT, note: NOTE });
    const after = await credentialsOf(desk, nominationId);
    const returned = await verify(desk, officerOf(editionId), nominationId, { decision: RETURN, note: NOTE });

    expect(outcome).toEqual({ refusal: 'head-successor-needed' });
    expect(after).toEqual(before);
    expect(returned).toEqual({ nominationId });
  });

  it('come back to the state, which puts them right and forward again', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId);
    await verify(desk, officerOf(editionId), nominationId, { decision: RETURN, checklist: met(ISSUER), note: NOTE });
    const returned = await credentialsOf(desk, nominationId);
    const composer = newId('person');

    const foreign = await resubmit(nominationId, composer, { mayCompose: () => false });
    const stale = await resubmit(nominationId, composer, { expectedVersion: 1 });
    const again = await Promise.all([1, 2].map(() => resubmit(nominationId, composer, { idempotencyKey: 'again' })));
    const twice = await resubmit(nominationId, composer);
    const [row] = await desk.delegations.execute('select latin_name, native_name from nomination where id = ?', [
      nominationId,
    ]);

    expect(returned).toMatchObject({ status: 'RETURNED', is_waiting: false, note: NOTE });
    expect(foreign).toEqual({ refusal: 'nomination-not-found' });
    expect(stale).toMatchObject({ refusal: 'version-conflict' });
    expect(again).toEqual([{ nominationId }, { nominationId }]);
    expect(twice).toMatchObject({ refusal: 'invalid-transition', from: 'UNDER_REVIEW', to: 'UNDER_REVIEW' });
    expect(row).toEqual({
      latin_name: { family: 'Akhmetowa', given: 'Saule' },
      native_name: { family: 'Ахметова', given: 'Сәуле' },
    });
    expect(await credentialsOf(desk, nominationId)).toMatchObject({
      status: 'UNDER_REVIEW',
      met: ['ISSUER'],
      note: NOTE,
      is_waiting: true,
      decision: null,
    });
    expect(await verify(desk, officerOf(editionId, composer), nominationId)).toEqual({ refusal: 'four-eyes-required' });
    expect(await verify(desk, officerOf(editionId), nominationId)).toEqual({ nominationId });
  });

  it('are checked by a second pair of eyes', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenConfirmed(desk, delegationId);
    const before = await credentialsOf(desk, nominationId);

    const outcomes = [
      await verify(desk, officerOf(editionId, 'person_focal'), nominationId),
      await verify(desk, entrusted('ADMINISTRATOR', 'ALL', null, 'person_focal'), nominationId),
      await verify(desk, officerOf(editionId, personId), nominationId),
    ];
    const byHand = desk.delegations.execute(
      `update credentials set decision = 'HOLD', decided_at = now(), decided_by_id = 'person_focal'
       where nomination_id = ?`,
      [nominationId],
    );

    expect(outcomes).toEqual(outcomes.map(() => ({ refusal: 'four-eyes-required' })));
    await expect(byHand).rejects.toThrow('credentials_four_eyes');
    expect(await credentialsOf(desk, nominationId)).toEqual(before);
  });

  it('are approved whole, whoever writes the approval', async () => {
    const { delegationId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId);

    const byHand = desk.delegations.execute(
      `update credentials set decision = 'APPROVE', decided_at = now(), decided_by_id = 'x' where nomination_id = ?`,
      [nominationId],
    );

    await expect(byHand).rejects.toThrow('credentials_approved_whole');
  });

  it('are no business of others, wait for the nominee, and are told of a version that has changed', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenNominee(desk, delegationId);
    const officer = officerOf(editionId);
    const before = await credentialsOf(desk, nominationId);

    const outcomes = [
      await verify(desk, officerOf(newId('forum_edition')), nominationId),
      await verify(desk, entrusted('FOCAL_POINT', 'DELEGATION', delegationId), nominationId),
      await verify(desk, officer, newId('nomination')),
      await verify(desk, officer, nominationId, { expectedVersion: 7 }),
      await verify(desk, officer, nominationId),
    ];
    await desk.delegations.execute(`update delegation set status = 'CLOSED' where id = ?`, [delegationId]);

    expect(outcomes).toEqual([
      { refusal: 'nomination-not-found' },
      { refusal: 'nomination-not-found' },
      { refusal: 'nomination-not-found' },
      { refusal: 'version-conflict', currentVersion: 1 },
      { refusal: 'invalid-transition', from: 'NOMINATED', to: 'APPROVED', allowed: [] },
    ]);
    expect(await verify(desk, officer, nominationId)).toEqual({
      refusal: 'nomination-closed',
      status: 'CLOSED',
      closedAt: null,
      timeZone: null,
    });
    expect(await credentialsOf(desk, nominationId)).toEqual(before);
  });

  it('are decided once, of officers who decide at the same moment', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId);

    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        verify(desk, officerOf(editionId), nominationId, {
          decision: index % 2 === 0 ? APPROVE : REJECT,
          note: NOTE,
        }),
      ),
    );
    await desk.settle();

    expect(outcomes.filter((one) => 'nominationId' in one)).toHaveLength(1);
    expect(outcomes.filter((one) => 'refusal' in one && one.refusal === 'invalid-transition')).toHaveLength(5);
    expect(['APPROVED', 'REJECTED']).toContain((await nominationOf(desk, nominationId))?.status);
  });

  it('wait no more once the nominee leaves, whoever writes it', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId);
    const viewer = officerOf(editionId);
    await takeCredentials(desk.delegations, { viewer, nominationId, expectedVersion: null }, NOW);

    await desk.delegations.execute(`update nomination set status = 'WITHDRAWN' where id = ?`, [nominationId]);

    expect(await credentialsOf(desk, nominationId)).toMatchObject({ is_waiting: false, owner_id: null });
  });

  it('lose the note when the nominee is erased, and the owner when the officer is', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenConfirmed(desk, delegationId);
    const viewer = officerOf(editionId);
    await takeCredentials(desk.delegations, { viewer, nominationId, expectedVersion: null }, NOW);
    await verify(desk, viewer, nominationId, { decision: HOLD, note: NOTE });
    const held = await credentialsOf(desk, nominationId);

    await erase(viewer.personId);
    const released = await credentialsOf(desk, nominationId);
    await erase(personId);

    expect(held).toMatchObject({ owner_id: viewer.personId, note: NOTE });
    expect(released).toMatchObject({ owner_id: null, note: NOTE, is_waiting: true });
    expect(await credentialsOf(desk, nominationId)).toMatchObject({ note: null, decision: 'HOLD' });
    await expect(
      desk.delegations.execute('update credentials set note = ? where nomination_id = ?', [NOTE, nominationId]),
    ).rejects.toThrow('this person is erased');
    await expect(
      takeCredentials(desk.delegations, { viewer, nominationId, expectedVersion: null }, NOW),
    ).rejects.toThrow('this person is erased');
  });

  it('take word of a seat that comes for somebody erased meanwhile, and keep nothing of theirs', async () => {
    const { delegationId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId);
    const command = { actorId: personId, idempotencyKey: null, nominationId, expectedVersion: null };
    await confirmNomination(desk.delegations, command, NOW);
    for (const event of await desk.take()) await desk.deliver(event);
    await erase(personId);

    await desk.settle(2);

    const rows = await desk.delegations.execute('select person_id from credentials where nomination_id = ?', [
      nominationId,
    ]);
    expect(rows).toEqual([{ person_id: null }]);
    expect((await credentialsOf(desk, nominationId))?.is_waiting).toBe(false);
  });

  async function givenFocalPoint(delegationId: string): Promise<string> {
    const [personId, noteId] = [newId('person'), newId('note_verbale')];
    await desk.delegations.execute(
      `insert into note_verbale (id, delegation_id, content_type, size, uploaded_at) values (?, ?, 'image/png', 1, ?)`,
      [noteId, delegationId, NOW],
    );
    await desk.delegations.execute(
      `insert into focal_point (id, delegation_id, person_id, status, slot, note_verbale_id, since, designated_at,
         confirmed_at) values (?, ?, ?, 'CONFIRMED', 1, ?, ?, ?, ?)`,
      [newId('focal_point'), delegationId, personId, noteId, NOW, NOW, NOW],
    );
    return personId;
  }
});
