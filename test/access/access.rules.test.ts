import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../services/accounts/access/role-grant.rules.ts';
import {
  ANONYMOUS,
  anyone,
  either,
  type Grant,
  holders,
  holdersOver,
  participant,
  signedIn,
  theirOwn,
  type Viewer,
} from '../../services/shared/access/access.rules.ts';

const someone = participant('person_1');
const holding = (...grants: Grant[]): Viewer => ({ ...someone, grants });
const administrator = holding({ role: 'ADMINISTRATOR', scope: { kind: 'ALL', id: null } });
const partnerOfKenya = holding({ role: 'PARTNER', scope: { kind: 'COUNTRY', id: 'KE' } });
const systemOfKenya: Viewer = { ...partnerOfKenya, personId: null, apiClientId: 'api_client_1' };

describe('a rule lets in', () => {
  const ofCountry = holdersOver<string | null>('COUNTRY', (country) => country, 'PARTNER');

  it.each([
    ['anyone', anyone, ANONYMOUS, null, 'allowed'],
    ['whoever is signed in', signedIn, someone, null, 'allowed'],
    ['nobody who is not', signedIn, ANONYMOUS, null, 'unauthenticated'],
    ['no system where people are asked for', signedIn, systemOfKenya, null, 'unauthenticated'],
    ['holders of a role', holders('ADMINISTRATOR'), administrator, null, 'allowed'],
    ['nobody without it', holders('ADMINISTRATOR'), someone, null, 'forbidden'],
    ['nobody unknown', holders('ADMINISTRATOR'), ANONYMOUS, null, 'unauthenticated'],
    ['nobody who holds it over one thing only', holders('PARTNER'), partnerOfKenya, null, 'forbidden'],
    ['holders over the thing', ofCountry, partnerOfKenya, 'KE', 'allowed'],
    ['systems over the thing', ofCountry, systemOfKenya, 'KE', 'allowed'],
    ['nobody over another thing', ofCountry, partnerOfKenya, 'TR', 'forbidden'],
    ['nobody over nothing', ofCountry, partnerOfKenya, null, 'forbidden'],
    ['no holder of another role', ofCountry, administrator, 'KE', 'forbidden'],
    ['the person themself', theirOwn(() => 'person_1'), someone, null, 'allowed'],
    ['no other person', theirOwn(() => 'person_2'), someone, null, 'forbidden'],
    ['nobody where nobody is meant', theirOwn(() => null), ANONYMOUS, null, 'unauthenticated'],
    [
      'either of two',
      either(
        theirOwn(() => 'person_2'),
        holders('ADMINISTRATOR'),
      ),
      administrator,
      null,
      'allowed',
    ],
    [
      'neither of two',
      either(
        theirOwn(() => 'person_2'),
        holders('ADMINISTRATOR'),
      ),
      someone,
      null,
      'forbidden',
    ],
  ])('%s', (_case, rule, viewer, call, verdict) => {
    expect(rule.decide(viewer, call as never)).toBe(verdict);
  });

  it('whoever holds the role over everything, whatever the thing', () => {
    const desk = holding({ role: 'REGISTRATION_DESK', scope: { kind: 'ALL', id: null } });
    const ofEdition = holdersOver<string>('EDITION', (id) => id, 'REGISTRATION_DESK');

    expect(ofEdition.decide(desk, 'forum_edition_1')).toBe('allowed');
  });
});

describe('the scope of a grant', () => {
  it.each([
    ['FOCAL_POINT', 'delegation_1', 'delegation', { kind: 'DELEGATION', id: 'delegation_1' }],
    ['FOCAL_POINT', null, null, { problem: 'wrong-scope', expected: 'DELEGATION' }],
    ['FOCAL_POINT', 'forum_edition_1', 'forum_edition', { problem: 'wrong-scope', expected: 'DELEGATION' }],
    ['ACCREDITATION_OFFICER', null, null, { kind: 'ALL', id: null }],
    ['REGISTRATION_DESK', 'forum_edition_1', 'forum_edition', { kind: 'EDITION', id: 'forum_edition_1' }],
    ['PARTNER', 'KE', null, { kind: 'COUNTRY', id: 'KE' }],
    ['PARTNER', 'Kenya', null, { problem: 'wrong-scope', expected: 'COUNTRY' }],
    ['PARTNER', null, null, { problem: 'wrong-scope', expected: 'COUNTRY' }],
    [
      'HOST_OFFICER',
      'host_organisation_1',
      'host_organisation',
      { kind: 'HOST_ORGANISATION', id: 'host_organisation_1' },
    ],
    ['PLACEMENT_OFFICER', 'KE', null, { problem: 'wrong-scope', expected: 'ALL' }],
    ['ADMINISTRATOR', null, null, { kind: 'ALL', id: null }],
  ] as const)('%s over %s', (role, scopeId, idKind, scope) => expect(scopeOf(role, scopeId, idKind)).toEqual(scope));
});
