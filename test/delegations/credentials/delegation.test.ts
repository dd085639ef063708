import { describe, expect, it } from 'vitest';
import { CredentialsDecision } from '../../../services/delegations/credentials/credentials.rules.ts';
import {
  decideDelegation,
  reviewDelegation,
} from '../../../services/delegations/credentials/delegation/decide-delegation.ts';
import { DelegationDecision } from '../../../services/delegations/credentials/delegation/delegation-decision.rules.ts';
import { submitDelegation } from '../../../services/delegations/delegation/desk/submit-delegation.ts';
import { DelegationRole } from '../../../services/delegations/nomination/nomination.rules.ts';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { NOW } from '../../forum/waiting-list/editions.ts';
import { givenDelegation, givenNominee, nominationOf, POSTAGE, registrationsOf, useDesk } from '../nomination/desk.ts';
import { entrusted, givenConfirmed, mailsAbout, officerOf, verify } from './officers.ts';

const { ACCREDIT, ADMIT_PROVISIONALLY, RETURN, REFUSE } = DelegationDecision;
const { HEAD } = DelegationRole;

describe('a delegation that was handed in', () => {
  const desk = useDesk();
  const review = (viewer: Viewer, delegationId: string, expectedVersion: number | null = null) =>
    reviewDelegation(desk.delegations, { viewer, delegationId, expectedVersion }, NOW);
  const decide = (
    viewer: Viewer,
    delegationId: string,
    decision: DelegationDecision,
    note: string | null = null,
    expectedVersion: number | null = null,
  ) => decideDelegation(desk.delegations, POSTAGE, { viewer, delegationId, decision, note, expectedVersion }, NOW);
  const stateOf = async (id: string) => {
    const [row] = await desk.delegations.execute<{ status: string; decision: string | null; note: string | null }[]>(
      'select status, decision, note from delegation left join delegation_credentials on delegation_id = id where id = ?',
      [id],
    );
    return row;
  };
  /** A delegation under review, with a head whose credentials wait. */
  async function givenReviewed() {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenConfirmed(desk, delegationId, { role: HEAD });
    await desk.delegations.execute(`update delegation set status = 'SUBMITTED' where id = ?`, [delegationId]);
    const officer = officerOf(editionId);
    await review(officer, delegationId);
    return { delegationId, editionId, nominationId, personId, officer };
  }

  it('is taken up by an officer once, and by no focal point of its own', async () => {
    const { delegationId, editionId } = await givenDelegation(desk, { status: 'SUBMITTED' });
    const [officer, focal] = [officerOf(editionId), entrusted('FOCAL_POINT', 'DELEGATION', delegationId)];
    const both = { ...focal, grants: [...focal.grants, ...officer.grants] };

    const refused = [
      await review(both, delegationId),
      await review(focal, delegationId),
      await review(officerOf(newId('forum_edition')), delegationId),
      await review(officer, delegationId, 7),
    ];
    const before = await stateOf(delegationId);
    const outcomes = await Promise.all([1, 2, 3].map(() => review(officer, delegationId)));

    expect(refused).toMatchObject([
      { refusal: 'four-eyes-required' },
      { refusal: 'invalid-transition', from: 'SUBMITTED', to: 'CREDENTIALS_REVIEW' },
      { refusal: 'delegation-not-found' },
      { refusal: 'version-conflict', currentVersion: 1 },
    ]);
    expect(before?.status).toBe('SUBMITTED');
    expect(outcomes.filter((one) => 'delegationId' in one)).toHaveLength(1);
    expect((await stateOf(delegationId))?.status).toBe('CREDENTIALS_REVIEW');
  });

  it('is accredited once everybody whom it names is approved', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId, { role: HEAD });
    const { nominationId: late } = await givenNominee(desk, delegationId);
    await desk.delegations.execute(`update delegation set status = 'CREDENTIALS_REVIEW' where id = ?`, [delegationId]);
    const officer = officerOf(editionId);
    await verify(desk, officer, nominationId);

    const early = await decide(officer, delegationId, ACCREDIT);
    const before = await stateOf(delegationId);
    await desk.delegations.execute(`update nomination set status = 'WITHDRAWN' where id = ?`, [late]);
    const outcome = await decide(officer, delegationId, ACCREDIT);
    const twice = await decide(officer, delegationId, ACCREDIT);

    expect(early).toEqual({ refusal: 'nominations-open', nominationIds: [late] });
    expect(before).toEqual({ status: 'CREDENTIALS_REVIEW', decision: null, note: null });
    expect(outcome).toEqual({ delegationId });
    expect(twice).toMatchObject({ refusal: 'invalid-transition', from: 'ACCREDITED', to: 'ACCREDITED' });
    expect(await stateOf(delegationId)).toEqual({ status: 'ACCREDITED', decision: 'ACCREDIT', note: null });
  });

  it('is never accredited with somebody open, however the two race', async () => {
    const { delegationId, nominationId, officer, editionId } = await givenReviewed();
    await verify(desk, officer, nominationId);
    const other = officerOf(editionId);

    const [accredited, held] = await Promise.all([
      decide(officer, delegationId, ACCREDIT),
      verify(desk, other, nominationId, { decision: CredentialsDecision.HOLD, note: 'In doubt' }),
    ]);

    expect(held).toEqual({ nominationId });
    const state = await stateOf(delegationId);
    // Whoever came second has seen the first: accredited before the doubt, or not at all.
    expect('delegationId' in accredited ? 'ACCREDITED' : 'CREDENTIALS_REVIEW').toBe(state?.status);
    if ('refusal' in accredited)
      expect(accredited).toEqual({ refusal: 'nominations-open', nominationIds: [nominationId] });
  });

  it('is returned with a note, which its focal points read on the portal, and handed in anew', async () => {
    const { delegationId, officer } = await givenReviewed();
    const focal = entrusted('FOCAL_POINT', 'DELEGATION', delegationId);
    const noteId = newId('note_verbale');
    await desk.delegations.execute(
      `insert into note_verbale (id, delegation_id, content_type, size, uploaded_at) values (?, ?, 'image/png', 1, ?)`,
      [noteId, delegationId, NOW],
    );
    await desk.delegations.execute(
      `insert into focal_point (id, delegation_id, person_id, status, slot, note_verbale_id, since, designated_at,
         confirmed_at) values (?, ?, ?, 'CONFIRMED', 1, ?, ?, ?, ?)`,
      [newId('focal_point'), delegationId, focal.personId, noteId, NOW, NOW, NOW],
    );

    await decide(officer, delegationId, RETURN, 'The list is unsigned');
    const returned = await stateOf(delegationId);
    const mails = await mailsAbout(desk, delegationId);
    const submitted = await submitDelegation(
      desk.delegations,
      { viewer: focal, delegationId, expectedVersion: null },
      NOW,
    );
    await review(officer, delegationId);

    expect(returned).toEqual({ status: 'RETURNED', decision: 'RETURN', note: 'The list is unsigned' });
    expect(mails.map(({ to }) => to)).toEqual([focal.personId]);
    expect(JSON.stringify(mails)).not.toContain('unsigned');
    expect(submitted).toEqual({ delegationId });
    expect((await stateOf(delegationId))?.status).toBe('CREDENTIALS_REVIEW');
  });

  it('is admitted provisionally, and refused afterwards with all its seats', async () => {
    const { delegationId, nominationId, personId, officer } = await givenReviewed();

    const early = await decide(officer, delegationId, REFUSE, 'No');
    await decide(officer, delegationId, ADMIT_PROVISIONALLY);
    const provisional = await stateOf(delegationId);
    const stale = await decide(officer, delegationId, REFUSE, 'No', 1);
    const refused = await decide(officer, delegationId, REFUSE, 'The credentials never came');
    await desk.settle(2);

    expect(early).toMatchObject({ refusal: 'invalid-transition', from: 'CREDENTIALS_REVIEW', to: 'REFUSED' });
    expect(provisional?.status).toBe('PROVISIONALLY_ADMITTED');
    expect(stale).toMatchObject({ refusal: 'version-conflict' });
    expect(refused).toEqual({ delegationId });
    expect((await nominationOf(desk, nominationId))?.status).toBe('WITHDRAWN');
    expect((await registrationsOf(desk, personId)).map(({ status }) => status)).toEqual(['CANCELLED']);
  });
});
