import { describe, expect, it } from 'vitest';
import {
  checkDocument,
  type DocumentDetails,
  DocumentKind,
  earliestDay,
  foldNumber,
  maskNumber,
  mayRevealNumber,
  maySeeDocument,
} from '../../../services/accounts/document/identity-document.rules.ts';
import {
  ANONYMOUS,
  type Grant,
  participant,
  type Role,
  type Viewer,
} from '../../../services/shared/access/access.rules.ts';

const now = new Date('2026-05-01T08:00:00Z');
const valid: DocumentDetails = {
  kind: DocumentKind.PASSPORT,
  issuingCountry: 'KZ',
  number: 'N12345678',
  expiresOn: '2031-05-01',
  heldForEditionId: null,
};
const problemsOf = (change: Partial<DocumentDetails>, key: string | null = null, editionKind: string | null = null) =>
  checkDocument({ ...valid, ...change }, key, editionKind, now);

describe('a document', () => {
  it.each([
    ['as it is printed', { number: 'N12345678' }],
    ['in small letters', { number: 'n12345678', issuingCountry: 'kz' }],
    ['with spaces and hyphens of all kinds', { number: ' ab 12-34\u00a05\u20106\u20117 ' }],
    ['of four characters', { number: '1234' }],
    ['of twenty', { number: '12345678901234567890' }],
    ['on its last day', { expiresOn: '2026-05-01' }],
    ['whose last day is not over in the last zone', { expiresOn: '2026-04-30' }],
  ])('is taken %s', (_case, change) => expect(problemsOf(change)).toEqual([]));

  it.each([
    ['no number', { number: ' - ' }, 'number', 'blank'],
    ['a number of three', { number: '123' }, 'number', 'number-length'],
    ['a number of twenty-one', { number: '1'.repeat(21) }, 'number', 'number-length'],
    ['letters of another script', { number: 'А1234567' }, 'number', 'number-characters'],
    ['letters that only grow into Latin ones', { number: 'ß12345' }, 'number', 'number-characters'],
    ['a sign', { number: '12/3456' }, 'number', 'number-characters'],
    ['digits of another script', { number: '١٢٣٤٥٦' }, 'number', 'number-characters'],
    ['a day that is over everywhere', { expiresOn: '2026-04-29' }, 'expiresOn', 'expired'],
    ['a country that is none', { issuingCountry: 'KAZ' }, 'issuingCountry', 'not-a-country'],
    ['an edition that is none', { heldForEditionId: 'opening_1' }, 'heldForEditionId', 'not-an-edition'],
  ])('is refused with %s', (_case, change, path, problem) => expect(problemsOf(change)).toEqual([{ path, problem }]));

  it('is told everything that is wrong with it at once', () => {
    const violations = problemsOf(
      { issuingCountry: '', number: '?', expiresOn: '2020-01-01', heldForEditionId: 'x' },
      ' ',
    );

    expect(violations).toEqual([
      { path: 'idempotencyKey', problem: 'blank' },
      { path: 'issuingCountry', problem: 'not-a-country' },
      { path: 'number', problem: 'number-characters' },
      { path: 'expiresOn', problem: 'expired' },
      { path: 'heldForEditionId', problem: 'not-an-edition' },
    ]);
  });

  it('may be held for an edition', () => {
    expect(problemsOf({ heldForEditionId: 'forum_edition_1' }, 'key', 'forum_edition')).toEqual([]);
  });
});

it('folds a number to capital letters and digits', () => {
  expect(foldNumber(' ab 12-34\u00a05\u20106 ')).toBe('AB123456');
});

it.each([
  ['N12345678', '••••678'],
  ['12345678', '••••678'],
  ['1234567', '••••67'],
  ['1234', '••••34'],
])('masks %s as %s', (number, masked) => expect(maskNumber(number)).toBe(masked));

it.each([
  ['2026-05-01T11:59:59Z', '2026-04-30'],
  ['2026-05-01T12:00:00Z', '2026-05-01'],
])('at %s the earliest day that is somewhere is %s', (at, day) => expect(earliestDay(new Date(at))).toBe(day));

describe('a document of somebody is seen, and its number revealed', () => {
  const holder = participant('person_1');
  const edition = 'forum_edition_1';
  const holding = (role: Role, kind: Grant['scope']['kind'], id: string | null): Viewer => ({
    ...participant('person_2'),
    grants: [{ role, scope: { kind, id } }],
  });

  it.each<[string, Viewer, string | null, boolean, boolean]>([
    ['by its holder, who knows it', holder, null, true, false],
    ['by nobody else', participant('person_2'), edition, false, false],
    ['by nobody unknown', ANONYMOUS, edition, false, false],
    ['by administrators', holding('ADMINISTRATOR', 'ALL', null), null, true, true],
    ['by placement officers', holding('PLACEMENT_OFFICER', 'ALL', null), null, true, false],
    ['by accreditation officers of everything', holding('ACCREDITATION_OFFICER', 'ALL', null), null, true, true],
    ['by those of its edition', holding('ACCREDITATION_OFFICER', 'EDITION', edition), edition, true, true],
    ['by none of another one', holding('ACCREDITATION_OFFICER', 'EDITION', 'forum_edition_2'), edition, false, false],
    ['by none where it is held for none', holding('ACCREDITATION_OFFICER', 'EDITION', edition), null, false, false],
    ['not by the registration desk', holding('REGISTRATION_DESK', 'EDITION', edition), edition, false, false],
    ['not by partners', holding('PARTNER', 'COUNTRY', 'KE'), null, false, false],
  ])('%s', (_case, viewer, heldForEditionId, seen, revealed) => {
    const document = { personId: 'person_1', heldForEditionId };

    expect([maySeeDocument(viewer, document), mayRevealNumber(viewer, document)]).toEqual([seen, revealed]);
  });
});
