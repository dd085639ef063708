import { describe, expect, it } from 'vitest';
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

  it('forgets an officer who is erased, and takes no late word of them', async () => {
    const { nominationId, officer } = await givenVerified();
    const payload = { personId: officer.personId, erasureId: newId('erasure') };
    await desk.deliver({ id: newId('event'), type: 'ErasureRequested', occurredAt: NOW.getTime(), payload });

    const late = { nominationId, decision: 'APPROVE', verifiedById: officer.personId };
    await desk.deliver({ id: newId('event'), type: 'CredentialsVerified', occurredAt: NOW.getTime(), payload: late });

    expect(await handsOf(nominationId)).toEqual([{ person_id: 'person_focal', part: 'NOMINATED' }]);
  });
});
