import { expect, it } from 'vitest';
import { confirmNomination } from '../../../services/delegations/nomination/confirm/confirm-nomination.ts';
import {
  type ChangeRegistration,
  changeRegistration,
} from '../../../services/forum/registration/change/change-registration.ts';
import { ConsentPurpose } from '../../../services/forum/registration/registration.rules.ts';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { NOW } from '../../forum/waiting-list/editions.ts';
import { givenDelegation, givenNominee, registrationsOf, useDesk } from '../nomination/desk.ts';

const desk = useDesk();

it('lists a delegate by the one consent they give when registering, until they take it back or leave', async () => {
  const { delegationId } = await givenDelegation(desk);
  const { nominationId, personId } = await givenNominee(desk, delegationId);
  const confirmation = { actorId: personId, idempotencyKey: null, nominationId, expectedVersion: null };
  await confirmNomination(desk.delegations, confirmation, NOW);
  await desk.settle();
  const [registration] = await registrationsOf(desk, personId);
  const registrationId = registration?.id ?? '';
  const consent = async (consents: ChangeRegistration['consents'], second: number) => {
    const nothing = { affiliation: null, dietaryNeeds: null, accessibilityNeeds: null, interpretationLanguage: null };
    const command = { actorId: personId, registrationId, expectedVersion: null, consents, ...nothing };
    await changeRegistration(desk.forum, command, new Date(NOW.getTime() + second * 1_000));
    return listed(second);
  };
  const listed = async (second: number) => {
    const occurredAt = NOW.getTime() + second * 1_000;
    for (let events = await desk.take(); events.length > 0; events = await desk.take()) {
      for (const event of events) await desk.deliver({ ...event, occurredAt });
    }
    const [row] = await desk.delegations.execute<{ listed: boolean }[]>('select listed from nomination where id = ?', [
      nominationId,
    ]);
    return row?.listed;
  };
  const given = [{ purpose: ConsentPurpose.PARTICIPANT_LIST, version: '1' }];

  const before = await listed(0);
  const answers = [await consent(given, 1), await consent([], 2), await consent(given, 3)];
  const leave = { actorId: personId, registrationId, expectedVersion: null, reason: null };
  await withdrawRegistration(desk.forum, leave, NOW);

  expect([before, ...answers]).toEqual([false, true, false, true]);
  expect(await listed(4)).toBe(false);
});
