import { describe, expect, it } from 'vitest';
import { membershipOn } from '../../services/delegations/country/country.rules.ts';
import { countryName } from '../../services/delegations/country/country-name.rules.ts';
import { COUNTRY_CODES } from '../../services/delegations/seed/countries.ts';
import { cisMemberships } from '../../services/delegations/seed/reference.ts';

describe('the countries', () => {
  it('are the 249 of ISO 3166-1, each with a name of its own in every language of the portal', () => {
    expect(COUNTRY_CODES).toHaveLength(249);
    expect(new Set(COUNTRY_CODES).size).toBe(249);
    for (const language of ['kk', 'ru', 'en']) {
      const names = COUNTRY_CODES.map((code) => countryName(code, language));
      expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(249);
    }
  });

  it.each([
    ['KE', 'kk', 'Кения'],
    ['TR', 'kk', 'Түркия'],
    ['TH', 'kk', 'Таиланд'],
    ['KZ', 'sw', 'Kazakistani'],
    ['KZ', 'tlh', 'Kazakhstan'],
  ])('are named by CLDR: %s in %s is %s', (code, locale, name) => expect(countryName(code, locale)).toBe(name));

  it('are nine members of the Commonwealth and one associate', () => {
    const byStatus = Object.groupBy(cisMemberships, ({ status }) => status);

    expect(byStatus.MEMBER?.map(({ country }) => country)).toEqual([
      'AM',
      'AZ',
      'BY',
      'KG',
      'KZ',
      'MD',
      'RU',
      'TJ',
      'UZ',
    ]);
    expect(byStatus.ASSOCIATE).toEqual([{ country: 'TM', status: 'ASSOCIATE', since: '2005-08-26' }]);
  });
});

describe('a membership in force on a day', () => {
  const member = { since: null, until: '2005-08-25' };
  const associate = { since: '2005-08-26', until: null };

  it.each([
    ['began before anyone knows', '1999-12-31', member],
    ['holds on its last day', '2005-08-25', member],
    ['holds on its first day', '2005-08-26', associate],
    ['goes on', '2026-06-01', associate],
  ])('%s', (_case, day, span) => expect(membershipOn([associate, member], day)).toBe(span));

  it('is none before the first and after the last', () => {
    expect(membershipOn([{ since: '2000-01-01', until: '2001-01-01' }], '1999-12-31')).toBeNull();
    expect(membershipOn([{ since: '2000-01-01', until: '2001-01-01' }], '2001-01-02')).toBeNull();
  });
});
