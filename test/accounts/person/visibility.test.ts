import { beforeAll, describe, expect, it } from 'vitest';
import { updateProfile } from '../../../services/accounts/person/profile/update-profile.ts';
import { accounts } from '../../../services/accounts/subgraph.ts';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import { LanguageLevel } from '../../../services/shared/language/language-skill.rules.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { askAccounts, givenPerson, viewerOf } from './people.ts';

const PERSON = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Person {
      displayName name { native { family script language } latin { family } } citizenship { code }
      languages { language level } birthDate segments(on: "2026-06-01") { segment } preferredLocale
    }
  }
}`;

const NAMES = ['displayName', 'name', 'citizenship'];
const DETAILS = ['languages', 'birthDate', 'segments'];
const SHOWN = {
  displayName: 'Данияр',
  name: { native: { family: 'Әбдіров', script: 'Cyrl', language: 'kk' }, latin: { family: 'Abdirov' } },
  citizenship: { code: 'KZ' },
  languages: [{ language: 'kk', level: 'NATIVE' }],
  birthDate: '1976-03-22',
  segments: [{ segment: 'SILVER' }],
  preferredLocale: 'kk',
};

describe('what is seen of a person', () => {
  const service = useService(accounts);
  let quiet: string;
  let head: string;
  beforeAll(async () => {
    quiet = await givenWholePerson();
    head = await givenWholePerson();
    await service.running.database.orm.em
      .fork()
      .execute('insert into public_function (person_id, held_in_id, since) values (?, ?, now())', [head, 'delegation']);
  });

  it.each<[string, (own: string) => Viewer, string[], string]>([
    ['the person', (own) => viewerOf(own), [...NAMES, ...DETAILS, 'preferredLocale'], 'FORBIDDEN'],
    ['an administrator', () => viewerOf('x', 'ADMINISTRATOR'), [...NAMES, ...DETAILS], 'FORBIDDEN'],
    ['a placement officer', () => viewerOf('x', 'PLACEMENT_OFFICER'), [...NAMES, ...DETAILS], 'FORBIDDEN'],
    ['an accreditation officer', () => viewerOf('x', 'ACCREDITATION_OFFICER', 'EDITION'), NAMES, 'FORBIDDEN'],
    ['a registration desk', () => viewerOf('x', 'REGISTRATION_DESK', 'EDITION'), NAMES, 'FORBIDDEN'],
    ['a focal point', () => viewerOf('x', 'FOCAL_POINT', 'DELEGATION'), [], 'FORBIDDEN'],
    ['a host officer', () => viewerOf('x', 'HOST_OFFICER', 'HOST_ORGANISATION'), [], 'FORBIDDEN'],
    ['a partner country', () => viewerOf('x', 'PARTNER', 'COUNTRY'), [], 'FORBIDDEN'],
    ['a system', () => ({ personId: null, apiClientId: 'system', grants: [] }), [], 'FORBIDDEN'],
    ['somebody else', () => viewerOf('x'), [], 'FORBIDDEN'],
    ['nobody in particular', () => viewerOf(null), [], 'UNAUTHENTICATED'],
  ])('by %s', async (_who, viewer, fields, code) => {
    const seen = await see(quiet, viewer(quiet));

    const guarded = Object.keys(SHOWN).filter((field) => !['displayName', 'name'].includes(field));
    expect(seen).toEqual({
      person: Object.fromEntries(
        Object.entries(SHOWN).map(([field, value]) => [field, fields.includes(field) ? value : null]),
      ),
      codes: guarded.filter((field) => !fields.includes(field)).map((field) => [field, code]),
    });
  });

  it('by anyone where the person holds a public function: the name and no more', async () => {
    const { person } = await see(head, viewerOf(null));

    const { displayName, name } = SHOWN;
    expect(person).toEqual({
      displayName,
      name,
      citizenship: null,
      languages: null,
      birthDate: null,
      segments: null,
      preferredLocale: null,
    });
  });

  it('through `me`: oneself, or null', async () => {
    const mine = await askAccounts(service.running, viewerOf(quiet), '{ me { id birthDate version } }');
    const nobodys = await askAccounts(service.running, viewerOf(null), '{ me { id birthDate version } }');

    expect(mine).toEqual({ data: { me: { id: quiet, birthDate: '1976-03-22', version: 2 } }, codes: [] });
    expect(nobodys).toEqual({ data: { me: null }, codes: [] });
  });

  async function givenWholePerson(): Promise<string> {
    const personId = await givenPerson(service.running);
    const change = {
      displayName: 'Данияр',
      nativeName: { family: 'Әбдіров', given: 'Данияр', language: 'kk' },
      latinName: { family: 'Abdirov', given: 'Daniyar' },
      citizenship: 'KZ',
      languages: [{ language: 'kk', level: LanguageLevel.NATIVE }],
      preferredLocale: 'kk',
      birthDate: '1976-03-22',
    };
    const em = service.running.database.orm.em.fork();
    await updateProfile(em, TEST_KEYS, { personId, expectedVersion: null, change }, new Date());
    return personId;
  }

  async function see(id: string, viewer: Viewer) {
    const representations = [{ __typename: 'Person', id }];
    const { data, codes } = await askAccounts(service.running, viewer, PERSON, { representations });
    return { person: data._entities[0], codes };
  }
});
