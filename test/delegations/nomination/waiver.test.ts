import { describe, expect, it } from 'vitest';
import { substituteDelegate } from '../../../services/delegations/nomination/substitute/substitute-delegate.ts';
import {
  type WaiveSubstitutionLimit,
  waiveSubstitutionLimit,
} from '../../../services/delegations/nomination/waiver/waive-substitution-limit.ts';
import { NOW } from '../../forum/waiting-list/editions.ts';
import { givenDelegation, givenNominee, nominationOf, nominee, POSTAGE, useDesk, usedOf } from './desk.ts';

const desk = useDesk();
const waive = (nominationId: string, change: Partial<WaiveSubstitutionLimit> = {}) =>
  waiveSubstitutionLimit(
    desk.delegations,
    {
      actorId: 'person_officer',
      idempotencyKey: null,
      nominationId,
      reason: 'Illness, by note verbale',
      mayWaive: () => true,
      ...change,
    },
    NOW,
  );
const substitute = (nominationId: string, successor = nominee()) =>
  substituteDelegate(
    desk.delegations,
    POSTAGE,
    {
      actorId: 'person_focal',
      idempotencyKey: null,
      nominationId,
      successor,
      reason: 'Fell ill',
      mayCompose: () => true,
    },
    NOW,
  );
const successorOf = (outcome: Awaited<ReturnType<typeof substitute>>) => {
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.successorId;
};
const waiversOf = (nominationId: string) =>
  desk.delegations.execute<{ used_for_id: string | null }[]>(
    'select used_for_id from substitution_waiver where nomination_id = ? order by id',
    [nominationId],
  );

describe('the limit of one substitution', () => {
  it('is lifted once by a waiver, for whoever has replaced somebody', async () => {
    const { delegationId } = await givenDelegation(desk, { delegates: 1 });
    const { nominationId } = await givenNominee(desk, delegationId);
    const first = successorOf(await substitute(nominationId));

    const limited = await substitute(first);
    const waived = await Promise.all([waive(first), waive(first)]);
    const second = successorOf(await substitute(first));
    const limitedAgain = await substitute(second);

    expect(limited).toEqual({ refusal: 'already-substituted', nominationId: first });
    expect(waived).toEqual([{ nominationId: first }, { nominationId: first }]);
    expect(await waiversOf(first)).toEqual([{ used_for_id: second }]);
    expect(limitedAgain).toEqual({ refusal: 'already-substituted', nominationId: second });
    expect(await usedOf(desk, delegationId)).toEqual({ used: 1, active: 1 });
  });

  it('is lifted for whoever was replaced and comes back', async () => {
    const { delegationId } = await givenDelegation(desk);
    const leaver = await givenNominee(desk, delegationId);
    const other = await givenNominee(desk, delegationId);
    successorOf(await substitute(leaver.nominationId));

    const limited = await substitute(other.nominationId, nominee({ email: leaver.email }));
    await waive(leaver.nominationId);
    const back = successorOf(await substitute(other.nominationId, nominee({ email: leaver.email })));

    expect(limited).toEqual({ refusal: 'already-substituted', nominationId: leaver.nominationId });
    expect(await waiversOf(leaver.nominationId)).toEqual([{ used_for_id: back }]);
    expect((await nominationOf(desk, back))?.person_id).toBe(leaver.personId);
  });

  it('is lifted for one of two substitutions that race for the same waiver', async () => {
    const { delegationId } = await givenDelegation(desk);
    const leaver = await givenNominee(desk, delegationId);
    const others = [await givenNominee(desk, delegationId), await givenNominee(desk, delegationId)];
    const first = successorOf(await substitute(leaver.nominationId));
    await waive(first);
    await waive(leaver.nominationId);

    const ofOne = await Promise.all([substitute(first), substitute(first)]);
    const byOne = await Promise.all(
      others.map(({ nominationId }) => substitute(nominationId, nominee({ email: leaver.email }))),
    );

    for (const outcomes of [ofOne, byOne]) {
      expect(outcomes.filter((outcome) => 'successorId' in outcome)).toHaveLength(1);
    }
    for (const id of [first, leaver.nominationId]) {
      expect((await waiversOf(id)).map(({ used_for_id }) => used_for_id === null)).toEqual([false]);
    }
    expect(await usedOf(desk, delegationId)).toEqual({ used: 3, active: 3 });
  });

  it('is not waived by strangers, where it does not apply, or too late', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenNominee(desk, delegationId);

    const needless = await waive(nominationId);
    const first = successorOf(await substitute(nominationId));
    const strange = await waive(first, { mayWaive: () => false });
    await desk.delegations.execute(
      `insert into edition_calendar (edition_id, year, time_zone, substitution_closes_at, status, version)
       values (?, 2026, 'Asia/Almaty', ?, 'REGISTRATION_OPEN', 1)`,
      [editionId, NOW],
    );
    const late = await waive(first);

    expect(needless).toEqual({ refusal: 'substitution-not-limited' });
    expect(strange).toEqual({ refusal: 'nomination-not-found' });
    expect(late).toMatchObject({ refusal: 'nomination-closed', closedAt: NOW.toISOString() });
    expect(await waiversOf(first)).toEqual([]);
  });

  it('is on record with the reason when it is waived', async () => {
    const { delegationId } = await givenDelegation(desk);
    const { nominationId } = await givenNominee(desk, delegationId);
    const first = successorOf(await substitute(nominationId));
    await waive(first, { idempotencyKey: 'k' });
    const again = await waive(first, { idempotencyKey: 'k' });

    const entries = await desk.delegations.execute<{ actor_id: string; reason: string }[]>(
      `select actor_id, reason from audit_entry where command = 'waiveSubstitutionLimit' and subject_id = ?`,
      [first],
    );

    expect(again).toEqual({ nominationId: first });
    expect(entries).toEqual([{ actor_id: 'person_officer', reason: 'Illness, by note verbale' }]);
  });
});
