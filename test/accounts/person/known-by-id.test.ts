import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noteSignInAddress } from '../../../services/accounts/address/note-sign-in-address.ts';
import { tellAddresses } from '../../../services/accounts/address/tell-address.ts';
import type { ProfileChange } from '../../../services/accounts/person/profile/profile-input.rules.ts';
import { updateProfile } from '../../../services/accounts/person/profile/update-profile.ts';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { addressKey, openPayload } from '../../../services/shared/events/sealed-payload.ts';
import { newId } from '../../../services/shared/ids.ts';
import { asOwner } from '../../shared/database/owner.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { givenPerson } from './people.ts';

const NOW = new Date('2026-10-01T04:00:00.000Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

interface Told {
  readonly personId: string;
  readonly notedAt: string;
  readonly sealed: string;
}

describe('services that know people by ID', () => {
  const service = useService(accounts, () => NOW);
  const em = () => service.running.database.orm.em.fork();

  describe('are told of a profile', () => {
    it('what they need, sealed, whenever it changes', async () => {
      const personId = await givenPerson(service.running);

      await update(personId, { latinName: { family: 'Akhmetova', given: 'Saule' }, citizenship: 'kz' });
      await update(personId, { birthDate: '1990-03-22' });

      const events = await told<Told>('ProfileNoted', personId);
      expect(events.map(({ sealed }) => openPayload(TEST_KEYS, 'ProfileNoted', personId, sealed, z.unknown()))).toEqual(
        [null, '1990-03-22'].map((birthDate) => ({
          displayName: 'Tester',
          nativeName: null,
          latinName: { family: 'Akhmetova', given: 'Saule' },
          citizenship: 'KZ',
          birthDate,
        })),
      );
      expect(JSON.stringify(events)).not.toMatch(/Akhmetova|Tester|1990|"KZ"/);
      expect((events[0]?.notedAt ?? '') < (events[1]?.notedAt ?? '')).toBe(true);
    });

    it('nothing where something else changed', async () => {
      const personId = await givenPerson(service.running);

      await update(personId, { preferredLocale: 'kk' });
      await update(personId, { displayName: 'Tester' });

      expect(await told('ProfileNoted', personId)).toEqual([]);
    });

    it.each(['RegistrationMade', 'ProfileWanted'])('when they ask by %s, as it is by now', async (type) => {
      const personId = await givenPerson(service.running);
      await update(personId, { citizenship: 'kg' });

      await deliver(type, { personId }, later(5));
      await deliver(type, { personId: null }, NOW);
      await deliver(type, { personId: newId('person') }, NOW);

      const [changed, asked, ...more] = await told<Told>('ProfileNoted', personId);
      expect(asked?.notedAt).toBe(changed?.notedAt);
      expect(asked?.sealed).not.toBe(changed?.sealed);
      expect(more).toEqual([]);
    });
  });

  describe('are told of an address', () => {
    it('what stands for it, once, and again when it is another', async () => {
      const personId = await givenPerson(service.running);

      await signIn(personId, 'Saule@people.example');
      await signIn(personId, 'saule@people.example');
      await signIn(personId, 'other@people.example');

      expect(await told('AddressNoted', personId)).toEqual([
        { personId, addressKey: addressKey(TEST_KEYS, 'saule@people.example') },
        { personId, addressKey: addressKey(TEST_KEYS, 'other@people.example') },
      ]);
    });

    it('nothing until it is proven', async () => {
      const personId = await givenPerson(service.running);

      await signIn(personId, 'maybe@people.example', false);
      expect(await told('AddressNoted', personId)).toEqual([]);
      await signIn(personId, 'maybe@people.example');

      expect(await told('AddressNoted', personId)).toHaveLength(1);
    });

    it('by itself, of those who signed in before, and once', async () => {
      const personId = await givenPerson(service.running);
      await em().execute(`insert into sign_in_address (person_id, email) values (?, 'before@people.example')`, [
        personId,
      ]);

      expect(await tellAddresses(em(), TEST_KEYS, NOW)).toBe(0);
      await proven(personId, 'before@people.example');
      const counts = await Promise.all([tellAddresses(em(), TEST_KEYS, NOW), tellAddresses(em(), TEST_KEYS, NOW)]);

      expect(counts.toSorted()).toEqual([0, 1]);
      expect(await told('AddressNoted', personId)).toHaveLength(1);
    });
  });

  describe('tell who is on a public list', () => {
    it('so that everyone may read their name for as long', async () => {
      const personId = await givenPerson(service.running);
      const registrationId = newId('registration');
      const named: boolean[] = [];

      for (const [listed, at] of [
        [true, NOW],
        [false, later(1)],
        [true, later(2)],
      ] as const) {
        await deliver('ParticipantListed', { personId, registrationId, listed }, at);
        named.push(await isNamed(personId));
      }

      expect(named).toEqual([true, false, true]);
    });

    it('and what was told last counts, in whatever order it comes', async () => {
      const personId = await givenPerson(service.running);
      const registrationId = newId('registration');

      await deliver('ParticipantListed', { personId, registrationId, listed: false }, later(1));
      await deliver('ParticipantListed', { personId, registrationId, listed: true }, NOW);

      expect(await isNamed(personId)).toBe(false);
    });
  });

  function update(personId: string, change: ProfileChange) {
    return updateProfile(em(), TEST_KEYS, { personId, expectedVersion: null, change }, NOW);
  }

  function signIn(personId: string, email: string, isProven = true): Promise<void> {
    return noteSignInAddress(em(), TEST_KEYS, { personId, email, isProven }, NOW);
  }

  function deliver(type: string, payload: Record<string, string | boolean | null>, at: Date): Promise<void> {
    const { orm } = service.running.database;
    const inbox = { service: 'accounts', orm, handlers: accounts.handlers, keys: TEST_KEYS, now: () => NOW };
    return receive(inbox, { id: newId('event'), type, occurredAt: at.getTime(), payload });
  }

  async function told<Payload>(type: string, personId: string): Promise<Payload[]> {
    const events = await em().execute<{ payload: Payload }[]>(
      `select payload from outbox_event where type = ? and payload ->> 'personId' = ? order by id`,
      [type, personId],
    );
    return events.map(({ payload }) => payload);
  }

  function proven(personId: string, email: string): Promise<unknown> {
    return asOwner(service.running, (owner) =>
      owner.query(
        `insert into identity."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
         values ($1, 'Tester', $2, true, now(), now())`,
        [personId, email],
      ),
    );
  }

  async function isNamed(personId: string): Promise<boolean> {
    const rows = await em().execute('select from public_function where person_id = ? and is_held', [personId]);
    return rows.length > 0;
  }
});
