import { describe, expect, it } from 'vitest';
import { CredentialsDecision } from '../../../services/delegations/credentials/credentials.rules.ts';
import { IdCheckKind } from '../../../services/forum/badge/badge.rules.ts';
import { activateBadge, reissueBadge } from '../../../services/forum/badge/desk/activate-badge.ts';
import { reportBadgeLost } from '../../../services/forum/badge/desk/end-badge.ts';
import { newId } from '../../../services/shared/ids.ts';
import { givenBadge } from '../../forum/badge/badges.ts';
import { NOW } from '../../forum/waiting-list/editions.ts';
import { TEST_KEYS } from '../../support/database.ts';
import { givenDelegation, registrationsOf, useDesk } from '../nomination/desk.ts';
import { entrusted, givenConfirmed, officerOf, verify } from './officers.ts';

const CHECKED = { kind: IdCheckKind.PASSPORT, checked: true };

describe('the badge of a delegate', () => {
  const desk = useDesk();
  const atDesk = (personId: string) => entrusted('REGISTRATION_DESK', 'ALL', null, personId);
  const handsOf = (nominationId: string) =>
    desk.forum.execute('select person_id, part from delegate_hand where nomination_id = ? order by part', [
      nominationId,
    ]);
  async function givenVerified() {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenConfirmed(desk, delegationId);
    const officer = officerOf(editionId);
    await verify(desk, officer, nominationId);
    await desk.settle(3);
    const [registration] = await registrationsOf(desk, personId);
    const badge = await givenBadge(desk.forum, registration?.id ?? '', NOW);
    return { nominationId, officer, badge };
  }

  it('is handed out by neither who nominated them nor who checked their credentials', async () => {
    const { nominationId, officer, badge } = await givenVerified();
    const act = (personId: string) => ({
      viewer: atDesk(personId),
      actorId: personId,
      serial: badge.serial,
      expectedVersion: null,
      idCheck: CHECKED,
    });
    const statuses = () => desk.forum.execute('select status from badge where id = ?', [badge.id]);

    const outcomes = await Promise.all(
      ['person_focal', officer.personId].map((personId) => activateBadge(desk.forum, act(personId), NOW)),
    );
    const before = await statuses();
    const colleague = await activateBadge(desk.forum, act(newId('person')), NOW);
    await reportBadgeLost(desk.forum, act(newId('person')), NOW);
    const reissued = await reissueBadge(desk.forum, TEST_KEYS, act(officer.personId), NOW);

    expect(await handsOf(nominationId)).toEqual([
      { person_id: 'person_focal', part: 'NOMINATED' },
      { person_id: officer.personId, part: 'VERIFIED' },
    ]);
    expect(outcomes).toEqual([{ refusal: 'four-eyes-required' }, { refusal: 'four-eyes-required' }]);
    expect(before).toEqual([{ status: 'PRE_VALID' }]);
    expect(colleague).toEqual({ badgeId: badge.id });
    expect(reissued).toEqual({ refusal: 'four-eyes-required' });
  });

  it('is handed out once its holder is admitted, by whichever decision came last', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenConfirmed(desk, delegationId);
    const officer = officerOf(editionId);
    const [registration] = await registrationsOf(desk, personId);
    const badge = await givenBadge(desk.forum, registration?.id ?? '', NOW);
    const handOut = () => {
      const actorId = newId('person');
      const act = { viewer: atDesk(actorId), actorId, serial: badge.serial, expectedVersion: null, idCheck: CHECKED };
      return activateBadge(desk.forum, act, NOW);
    };
    const decided = (decision: string, minutes: number) => {
      const payload = { nominationId, decision, verifiedById: officer.personId };
      const occurredAt = NOW.getTime() + minutes * 60_000;
      return desk.deliver({ id: newId('event'), type: 'CredentialsVerified', occurredAt, payload });
    };

    const awaited = await handOut();
    await verify(desk, officer, nominationId, { decision: CredentialsDecision.HOLD, checklist: [], note: 'Why' });
    await desk.settle(2);
    const held = await handOut();
    await decided('RETURN', 3);
    await decided('APPROVE', 2);
    const returned = await handOut();
    const before = await desk.forum.execute('select status, version from badge where id = ?', [badge.id]);
    await decided('ADMIT_PROVISIONALLY', 4);
    const admitted = await handOut();

    expect([awaited, held, returned]).toEqual(
      ['AWAITED', 'ON_HOLD', 'RETURNED'].map((admission) => ({ refusal: 'delegate-not-admitted', admission })),
    );
    expect(before).toEqual([{ status: 'PRE_VALID', version: badge.version }]);
    expect(admitted).toEqual({ badgeId: badge.id });
  });

  it('waits for another decision when its holder claims a seat anew', async () => {
    const { nominationId } = await givenVerified();
    const decisions = () =>
      desk.forum.execute('select decision from delegate_admission where nomination_id = ?', [nominationId]);
    const claimedAt = (minutes: number) =>
      desk.deliver({
        id: newId('event'),
        type: 'SeatClaimed',
        occurredAt: NOW.getTime() + minutes * 60_000,
        payload: {
          nominationId,
          claim: 1,
          delegationId: newId('delegation'),
          editionId: newId('forum_edition'),
          personId: newId('person'),
          category: 'DELEGATE',
        },
      });

    await claimedAt(0);
    const late = await decisions();
    await claimedAt(1);

    expect(late).toEqual([{ decision: 'APPROVE' }]);
    expect(await decisions()).toEqual([]);
  });

  it('forgets an officer who is erased, and takes no late word of them', async () => {
    const { nominationId, officer } = await givenVerified();
    const payload = { personId: officer.personId, erasureId: newId('erasure') };
    await desk.deliver({ id: newId('event'), type: 'ErasureRequested', occurredAt: NOW.getTime(), payload });

    const late = { nominationId, decision: 'APPROVE', verifiedById: officer.personId };
    await desk.deliver({ id: newId('event'), type: 'CredentialsVerified', occurredAt: NOW.getTime(), payload: late });

    expect(await handsOf(nominationId)).toEqual([{ person_id: 'person_focal', part: 'NOMINATED' }]);
  });
});
