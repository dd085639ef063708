import { describe, expect, it } from 'vitest';
import { Person } from '../../../services/accounts/person/person.entity.ts';
import type { ProfileChange } from '../../../services/accounts/person/profile/profile-input.rules.ts';
import { updateProfile } from '../../../services/accounts/person/profile/update-profile.ts';
import { welcomePerson } from '../../../services/accounts/person/welcome-person.ts';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { LanguageLevel } from '../../../services/shared/language/language-skill.rules.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { givenPerson } from './people.ts';

const NOW = new Date('2026-10-01T04:00:00.000Z');
const WHOLE: ProfileChange = {
  displayName: 'Данияр',
  nativeName: { family: 'Әбдіров', given: 'Данияр', patronymic: 'Серікұлы', language: 'kk' },
  latinName: { family: 'Abdirov', given: 'Daniyar' },
  citizenship: 'kz',
  languages: [
    { language: 'kk', level: LanguageLevel.NATIVE },
    { language: 'en', level: LanguageLevel.B2 },
  ],
  preferredLocale: 'kk',
  birthDate: '1990-03-22',
};

describe('updating a profile', () => {
  const service = useService(accounts);
  const update = (personId: string, change: ProfileChange, expectedVersion: number | null = null) =>
    updateProfile(service.running.database.orm.em.fork(), TEST_KEYS, { personId, expectedVersion, change }, NOW);

  it('writes everything that is given', async () => {
    const personId = await givenPerson(service.running);

    const outcome = await update(personId, WHOLE, 1);

    expect(outcome).toEqual({ personId });
    expect(await personOf(personId)).toMatchObject({
      ...WHOLE,
      citizenship: 'KZ',
      foldedName: ' abdirov daniar serikuli',
      version: 2,
    });
  });

  it('leaves what is absent and clears what is null', async () => {
    const personId = await givenPerson(service.running);
    await update(personId, WHOLE);

    await update(personId, { latinName: null, languages: null, birthDate: null });

    expect(await personOf(personId)).toMatchObject({
      ...WHOLE,
      citizenship: 'KZ',
      latinName: null,
      languages: [],
      birthDate: null,
      version: 3,
    });
  });

  it('puts a name in the place of the whole name', async () => {
    const personId = await givenPerson(service.running);
    await update(personId, WHOLE);

    await update(personId, { nativeName: { family: 'Суккум', given: null } });

    const { nativeName, foldedName } = await personOf(personId);
    expect(nativeName).toEqual({ family: 'Суккум', given: null });
    expect(foldedName).toBe(' sukum abdirov daniar');
  });

  it('tells the audit which fields changed and nothing of what is in them', async () => {
    const personId = await givenPerson(service.running);
    await update(personId, WHOLE);

    await update(personId, { ...WHOLE, citizenship: 'KG', birthDate: '1990-03-23' });

    const changes = ['citizenship', 'birthDate'].map((field) => ({ field, from: null, to: null }));
    expect(await auditOf(personId)).toEqual([
      {
        actor_id: personId,
        command: 'updateProfile',
        changes: Object.keys(WHOLE).map((field) => ({ field, from: null, to: null })),
      },
      { actor_id: personId, command: 'updateProfile', changes },
    ]);
  });

  it('leaves no trace where nothing changes', async () => {
    const personId = await givenPerson(service.running);
    await update(personId, WHOLE);

    const outcome = await update(personId, WHOLE, 2);

    expect(outcome).toEqual({ personId });
    expect((await personOf(personId)).version).toBe(2);
    expect(await auditOf(personId)).toHaveLength(1);
  });

  it('refuses a change made from an earlier version, and changes nothing', async () => {
    const personId = await givenPerson(service.running);
    await update(personId, WHOLE);

    const outcome = await update(personId, { displayName: 'Someone else' }, 1);

    expect(outcome).toEqual({ refusal: 'version-conflict', currentVersion: 2 });
    expect(await personOf(personId)).toMatchObject({ displayName: 'Данияр', version: 2 });
    expect(await auditOf(personId)).toHaveLength(1);
  });

  it('lets exactly one of many win who change the same version at the same moment', async () => {
    const personId = await givenPerson(service.running);

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => update(personId, { displayName: `Name ${index}` }, 1)),
    );

    const winners = outcomes.flatMap((outcome, index) => ('refusal' in outcome ? [] : [`Name ${index}`]));
    expect(winners).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual(
      Array(7).fill({ refusal: 'version-conflict', currentVersion: 2 }),
    );
    expect(await personOf(personId)).toMatchObject({ displayName: winners[0], version: 2 });
    expect(await auditOf(personId)).toHaveLength(1);
  });

  it('loses nothing of two changes of different fields that expect no version', async () => {
    const personId = await givenPerson(service.running);

    await Promise.all([update(personId, { citizenship: 'KZ' }), update(personId, { preferredLocale: 'kk' })]);

    expect(await personOf(personId)).toMatchObject({ citizenship: 'KZ', preferredLocale: 'kk', version: 3 });
  });

  it('makes newcomers found by the name they sign up with', async () => {
    await welcomePerson(service.running.database.orm.em.fork(), { id: 'newcomer', displayName: 'Қанат Ғани' }, NOW);

    expect(await personOf('newcomer')).toMatchObject({ foldedName: ' kanat gani', languages: [], version: 1 });
  });

  function personOf(id: string): Promise<Person> {
    return service.running.database.orm.em.fork().findOneOrFail(Person, id);
  }

  function auditOf(id: string): Promise<unknown[]> {
    return service.running.database.orm.em
      .fork()
      .execute('select actor_id, command, changes from audit_entry where subject_id = ? order by at, id', [id]);
  }
});
