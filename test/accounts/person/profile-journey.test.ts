import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal, transports } from '../../support/portal.ts';

const UPDATE = `mutation ($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    __typename
    ... on UpdateProfileSuccess {
      person {
        displayName version preferredLocale birthDate
        name { native { family given patronymic script language } latin { family given } }
        citizenship { code name(locale: "en") }
        languages { language level }
      }
    }
    ... on UserError { code message }
    ... on VersionConflict { currentVersion }
    ... on InvalidInput { violations { path code message } }
  }
}`;

describe.each(transports)('a profile, subgraphs %s', (transport) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal(transport);
  });
  afterAll(() => portal?.close());

  it('is written by the person, and read back across services', async () => {
    const me = await someone();
    const input = {
      expectedVersion: 1,
      displayName: ' Әлия ',
      nativeName: { family: 'Нұрланова', given: 'Әлия', patronymic: 'Ерланқызы', language: 'kk' },
      latinName: { family: 'Nurlanova', given: 'Aliya' },
      citizenship: 'KZ',
      languages: [{ language: 'kk', level: 'NATIVE' }],
      preferredLocale: 'kk',
      birthDate: '1999-12-31',
    };

    const { data, errors } = await me.ask(UPDATE, { input });

    expect(errors).toEqual([]);
    expect(data.updateProfile).toEqual({
      __typename: 'UpdateProfileSuccess',
      person: {
        displayName: 'Әлия',
        version: 2,
        preferredLocale: 'kk',
        birthDate: '1999-12-31',
        name: {
          native: { family: 'Нұрланова', given: 'Әлия', patronymic: 'Ерланқызы', script: 'Cyrl', language: 'kk' },
          latin: { family: 'Nurlanova', given: 'Aliya' },
        },
        citizenship: { code: 'KZ', name: 'Kazakhstan' },
        languages: [{ language: 'kk', level: 'NATIVE' }],
      },
    });
  });

  it('keeps what is left out and clears what is null', async () => {
    const me = await someone();
    await me.ask(UPDATE, {
      input: { citizenship: 'KZ', languages: [{ language: 'ru', level: 'C1' }], birthDate: '1999-12-31' },
    });

    const { data } = await me.ask(UPDATE, { input: { languages: null, birthDate: null } });

    expect(data.updateProfile.person).toMatchObject({
      displayName: 'Tester',
      citizenship: { code: 'KZ' },
      languages: [],
      birthDate: null,
    });
  });

  it('is not written from an earlier version', async () => {
    const me = await someone();
    await me.ask(UPDATE, { input: { expectedVersion: 1, displayName: 'First' } });

    const { data } = await me.ask(UPDATE, { input: { expectedVersion: 1, displayName: 'Second' } });

    expect(data.updateProfile).toEqual({
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      message: 'The profile has changed in the meantime. Load it again and repeat your change.',
      currentVersion: 2,
    });
    expect((await me.ask('{ me { displayName } }')).data.me).toEqual({ displayName: 'First' });
  });

  it('names everything that is wrong at once, in the language of the client, and changes nothing', async () => {
    const [person] = await portal.givenPeople(1);
    const input = {
      displayName: null,
      latinName: { family: 'Әбдіров' },
      languages: [
        { language: 'ru', level: 'A1' },
        { language: 'ru', level: 'A2' },
      ],
      preferredLocale: 'uz',
      birthDate: '2999-01-01',
    };

    const headers = { authorization: `Bearer ${person?.token}`, 'accept-language': 'ru' };
    const { data } = await portal.ask(UPDATE, { input }, headers);

    expect(data.updateProfile).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: 'В данных 5 ошибок.',
      violations: [
        { path: ['input', 'displayName'], code: 'REQUIRED', message: 'Это нельзя удалить.' },
        {
          path: ['input', 'latinName', 'family'],
          code: 'NOT_LATIN',
          message: 'Пишите как в паспорте: только буквы A–Z, пробел, дефис и апостроф.',
        },
        { path: ['input', 'languages', '1', 'language'], code: 'REPEATED', message: 'Этот язык указан дважды.' },
        {
          path: ['input', 'preferredLocale'],
          code: 'UNKNOWN_LOCALE',
          message: 'Портал пишет на казахском, русском и английском: kk, ru или en.',
        },
        { path: ['input', 'birthDate'], code: 'IN_FUTURE', message: 'Этот день ещё не наступил.' },
      ],
    });
    const mine = await portal.ask('{ me { version } }', {}, headers);
    expect(mine.data.me).toEqual({ version: 1 });
  });

  it('is not written by whoever is not signed in', async () => {
    const { data, errors } = await portal.ask(UPDATE, { input: {} });

    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  it('is found by those whose work needs names, and by nobody else', async () => {
    const search = '{ people(search: "abdirov") { nodes { displayName name { native { family } } } } }';
    const desk = portal.as(await portal.signIn('desk@demo.erikti.example'));
    const participant = portal.as(await portal.signIn('participant@demo.erikti.example'));

    const found = await desk.ask(search);
    const refused = await participant.ask(search);

    expect(found.data.people.nodes).toEqual([
      { displayName: 'Данияр Әбдіров', name: { native: { family: 'Әбдіров' } } },
    ]);
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  async function someone() {
    const [person] = await portal.givenPeople(1);
    return portal.as(person?.token ?? '');
  }
});
