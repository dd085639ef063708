import { describe, expect, it } from 'vitest';
import {
  checkSearch,
  type RegistrationFilter,
  type SearchProblem,
  valuesOf,
} from '../../../services/forum/organisers/list/registration-filter.rules.ts';

const none: RegistrationFilter = {
  status: null,
  category: null,
  country: null,
  search: null,
  registeredAfter: null,
  registeredBefore: null,
};

describe('a search', () => {
  it.each<[string, string | null, SearchProblem | null]>([
    ['absent', null, null],
    ['blank', '   ', null],
    ['two letters', 'Ли', null],
    ['one letter', 'A', 'search-too-short'],
    ['no letter', '%_', 'search-too-short'],
    ['a hundred characters', 'ab'.repeat(50), null],
    ['more', `${'ab'.repeat(50)}a`, 'search-too-long'],
  ])('of %s', (_case, search, problem) => expect(checkSearch(search)).toBe(problem));
});

describe('a filter', () => {
  it('asks for nothing where nothing is given', () => {
    expect(valuesOf({ ...none, search: ' ' })).toEqual({
      status: null,
      category: null,
      country: null,
      rarestName: null,
      names: null,
      registeredAfter: null,
      registeredBefore: null,
    });
  });

  it('folds the search as names are folded, and looks up the longest word first', () => {
    const { rarestName, names } = valuesOf({ ...none, search: 'Дана Әбдіров' });

    expect(names).toEqual(['% dana%', '% abdirov%']);
    expect(rarestName).toBe('% abdirov%');
  });

  it('survives JSON', () => {
    const values = valuesOf({
      ...none,
      country: ['kz'],
      registeredAfter: new Date('2026-03-01T00:00:00Z'),
      status: [],
    });

    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
    expect(values).toMatchObject({ country: ['KZ'], registeredAfter: '2026-03-01T00:00:00.000Z', status: [] });
  });
});
