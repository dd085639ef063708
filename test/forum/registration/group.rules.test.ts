import { describe, expect, it } from 'vitest';
import { memberOf, readColumns } from '../../../services/forum/registration/group/file/columns.rules.ts';
import { readGroupFile } from '../../../services/forum/registration/group/file/read-group-file.ts';
import { checkRows } from '../../../services/forum/registration/group/member/check-rows.rules.ts';
import {
  checkMember,
  type GroupMember,
  tidyMember,
} from '../../../services/forum/registration/group/member/member.rules.ts';
import { Twins } from '../../../services/forum/registration/group/member/twins.rules.ts';
import { checkHead } from '../../../services/forum/registration/group/register/head.rules.ts';
import { GroupErrorPolicy, placeGroup } from '../../../services/forum/registration/group/register/placement.rules.ts';
import { ParticipantCategory, RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import { decode } from '../../../services/shared/csv/decode.rules.ts';
import { CsvDelimiter, delimiterOf } from '../../../services/shared/csv/delimiter.rules.ts';
import { base64, windows1251 } from './groups.ts';

const { OPEN, SPEAKER } = ParticipantCategory;
const { CONFIRMED, WAITLISTED, PENDING_REVIEW } = RegistrationStatus;
const ALL = GroupErrorPolicy.REJECT_EVERYTHING;
const SOME = GroupErrorPolicy.REJECT_FAILED_ROWS;

describe('a group goes', () => {
  const seats = { capacity: 40, free: 5, waiting: 0, waitlistLimit: 20 };
  it.each([
    ['on seats that are free for all of it', 5, OPEN, seats, ALL, { status: CONFIRMED, taken: 5 }],
    ['into the queue as a whole', 6, OPEN, seats, ALL, { status: WAITLISTED, taken: 6 }],
    ['behind those who wait', 2, OPEN, { ...seats, waiting: 1 }, ALL, { status: WAITLISTED, taken: 2 }],
    ['nowhere without room for all', 21, OPEN, seats, ALL, { refusal: 'full' }],
    ['on the free seats where some will do', 21, OPEN, seats, SOME, { status: CONFIRMED, taken: 5 }],
    [
      'to the end of the queue where some will do',
      3,
      OPEN,
      { ...seats, free: 0, waiting: 18 },
      SOME,
      { status: WAITLISTED, taken: 2 },
    ],
    ['nowhere without any room', 1, OPEN, { ...seats, free: 0, waitlistLimit: 0 }, SOME, { refusal: 'full' }],
    ['nowhere when larger than the edition', 41, OPEN, seats, SOME, { refusal: 'larger-than-edition' }],
    ['to the reviewers', 30, SPEAKER, seats, ALL, { status: PENDING_REVIEW, taken: 30 }],
  ])('%s', (_case, size, category, standing, policy, placement) =>
    expect(placeGroup(size, category, standing, policy)).toEqual(placement),
  );
});

const MEMBER: GroupMember = {
  email: 'saule@dostyq.example',
  nativeName: { family: 'Ахметова', given: 'Сәуле' },
  latinName: { family: 'Akhmetova', given: 'Saule' },
  birthDate: '2001-05-17',
  citizenship: 'KZ',
  affiliation: null,
  interpretationLanguage: 'kk',
  dietaryNeeds: null,
  accessibilityNeeds: null,
};

describe('a member', () => {
  it.each([
    ['nothing wrong', {}, []],
    ['a single name', { nativeName: { family: 'Манас', given: null }, latinName: null }, []],
    ['no name', { nativeName: null, latinName: null }, [['nativeName', 'required']]],
    ['a given name alone', { nativeName: { family: '', given: 'Сәуле' } }, [['nativeName.family', 'blank']]],
    ['a bad address', { email: 'saule@dostyq' }, [['email', 'bad-address']]],
    ['two addresses', { email: 'a@b.example, c@d.example' }, [['email', 'bad-address']]],
    ['a header in the address', { email: 'a@b.example\r\nBcc: c@d.example' }, [['email', 'bad-address']]],
    ['no address', { email: '' }, [['email', 'required']]],
    ['an address in Cyrillic', { email: 'почта@пример.қаз' }, []],
    [
      'Cyrillic where Latin is asked',
      { latinName: { family: 'Ахметова', given: 'S' } },
      [['latinName.family', 'not-latin']],
    ],
    [
      'letters of two scripts',
      { nativeName: { family: 'Axметова', given: null } },
      [['nativeName.family', 'mixed-scripts']],
    ],
    ['a day that does not exist', { birthDate: '2001-02-30' }, [['birthDate', 'bad-date']]],
    ['a day to come', { birthDate: '2026-05-02' }, [['birthDate', 'in-future']]],
    ['a day long ago', { birthDate: '1901-05-02' }, [['birthDate', 'too-long-ago']]],
    ['no such country', { citizenship: 'QQ' }, [['citizenship', 'unknown-country']]],
    ['a country by name', { citizenship: 'Казахстан' }, [['citizenship', 'unknown-country']]],
    ['no such language', { interpretationLanguage: 'казахский' }, [['interpretationLanguage', 'unknown-language']]],
    [
      'everything at once',
      { email: 'x', birthDate: '1', citizenship: 'K', affiliation: 'x'.repeat(201) },
      [
        ['email', 'bad-address'],
        ['birthDate', 'bad-date'],
        ['citizenship', 'unknown-country'],
        ['affiliation', 'too-long'],
      ],
    ],
  ])('with %s', (_case, change, problems) => {
    const found = checkMember(tidyMember({ ...MEMBER, ...change }), '2026-05-01');

    expect(found.map(({ path, problem }) => [path.join('.'), problem])).toEqual(problems);
  });

  it('is tidied before it is judged', () => {
    const given = { ...MEMBER, email: ' saule@dostyq.example ', citizenship: 'kz', interpretationLanguage: 'EN-gb' };

    expect(tidyMember(given)).toEqual({ ...MEMBER, interpretationLanguage: 'en-GB' });
  });

  it('has an address that no row before it has, however it is written', () => {
    const rows = ['a@b.example', 'A@B.example ', 'c@d.example'].map((email, index) => ({
      number: index + 2,
      member: { ...MEMBER, email },
    }));

    const checked = checkRows(rows, '2026-05-01', (email) => email.toLowerCase());

    expect(checked.map(({ refusal }) => refusal)).toEqual([null, { refusal: 'repeated-address', firstRow: 2 }, null]);
  });
});

it.each([
  ['Достық', []],
  ['ТОО «Ромашка» & Ко.', []],
  [' ', ['required']],
  ['x'.repeat(201), ['too-long']],
  ['Prize at https://evil.example', ['unexpected-text']],
  ['write to a@b.example', ['unexpected-text']],
  ['two\nlines', ['unexpected-text']],
])('an organisation called %j', (organisation, problems) =>
  expect(checkHead(organisation, null, 1).map(({ problem }) => problem)).toEqual(problems),
);

describe('people who may be the same', () => {
  const born = (foldedName: string, birthDate = '2001-05-17') => ({ birthDate, foldedName });
  const twins = new Twins(2);
  twins.add('a', born(' ahmetova saule'));
  twins.add('b', born(' manas'));

  it.each([
    ['share two words and a birthday', born(' saule ahmetova maratovna'), ['a']],
    ['share the only word', born(' manas uulu'), ['b']],
    ['have one word that the other has, too', born(' saule'), ['a']],
    ['do not share one word of several', born(' ahmetova dina'), []],
    ['are not born on different days', born(' ahmetova saule', '2001-05-18'), []],
  ])('%s', (_case, one, ids) => expect(twins.of(one)).toEqual(ids));

  it('are found a few at a time, however many there are', () => {
    const many = new Twins(2);
    for (let n = 0; n < 5_000; n += 1) many.add(String(n), born(' ahmetova saule maratovna'));

    expect(many.of(born(' ahmetova saule'), '0')).toEqual(['1', '2']);
  });
});

describe('a file', () => {
  const bytes = (text: string, mark: number[] = []) => new Uint8Array([...mark, ...Buffer.from(text)]);
  it.each([
    ['UTF-8', bytes('почта'), { text: 'почта', encoding: 'utf-8' }],
    ['UTF-8 with a mark', bytes('почта', [0xef, 0xbb, 0xbf]), { text: 'почта', encoding: 'utf-8' }],
    ['Windows-1251', windows1251('почта;фамилия Ёж'), { text: 'почта;фамилия Ёж', encoding: 'windows-1251' }],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), { problem: 'utf-16' }],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0]), { problem: 'spreadsheet' }],
    ['no text', new Uint8Array([0x61, 0, 0x62]), { problem: 'not-text' }],
    ['nothing', new Uint8Array(), { problem: 'file-empty' }],
    ['a mark alone', bytes(' \r\n', [0xef, 0xbb, 0xbf]), { problem: 'file-empty' }],
  ])('of %s', (_case, content, decoded) => expect(decode(content)).toEqual(decoded));

  it.each([
    ['email,family name', CsvDelimiter.COMMA],
    ['почта;фамилия, имя;дата\nа,б,в,г', CsvDelimiter.SEMICOLON],
    ['email\tfamily\tname', CsvDelimiter.TAB],
    ['"a,b,c";"d"', CsvDelimiter.SEMICOLON],
    ['email', CsvDelimiter.COMMA],
  ])('beginning with %j', (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));

  it.each([
    ['English', ['E-Mail', 'FAMILY_NAME', 'Date of birth'], ['email', 'nativeName.family', 'birthDate']],
    ['Russian', ['Эл. почта', 'Фамилия (латиница)', 'Место учёбы'], ['email', 'latinName.family', 'affiliation']],
    ['Kazakh', ['пошта', 'тегі', 'туған күні', ''], ['email', 'nativeName.family', 'birthDate', null]],
  ])('has columns named in %s', (_case, headers, columns) => expect(readColumns(headers)).toEqual({ columns }));

  it('is told everything that is wrong with its columns', () => {
    expect(readColumns(['имя', 'Рост', 'given name'])).toEqual({
      problems: [
        { problem: 'unknown-column', header: 'Рост' },
        { problem: 'repeated-column', header: 'given name' },
        { problem: 'missing-column', header: 'email' },
        { problem: 'missing-column', header: 'family name' },
      ],
    });
  });

  it('has cells that say nothing when empty, and days in either way', () => {
    const member = memberOf(
      ['email', 'nativeName.family', 'birthDate', 'affiliation'],
      ['a@b.kz', 'Ким', '17.05.2001', ' '],
    );

    expect(member).toEqual({
      email: 'a@b.kz',
      nativeName: { family: 'Ким', given: null },
      latinName: null,
      birthDate: '2001-05-17',
      citizenship: null,
      affiliation: null,
      interpretationLanguage: null,
      dietaryNeeds: null,
      accessibilityNeeds: null,
    });
  });

  it('is read with quotes, ends of lines of its own and rows counted as a spreadsheet does', () => {
    const text =
      'email;family name;affiliation\r\na@b.kz;Ким;"Фонд ""Рух""; Алматы\r\nи область"\r\n;;\r\n\r\nc@d.kz;Ли;;лишнее\r\n';

    const file = readGroupFile(base64(text), null);

    const rows = 'rows' in file ? file.rows : [];
    expect(
      rows.map(({ number, member, hasExtraCells }) => [number, member.email, member.affiliation, hasExtraCells]),
    ).toEqual([
      [2, 'a@b.kz', 'Фонд "Рух"; Алматы\r\nи область', false],
      [5, 'c@d.kz', null, true],
    ]);
  });

  it.each([
    ['is no base64', 'email?', 'not-base64'],
    ['is too large', base64('x'.repeat(700_001)), 'file-too-large'],
    ['has no rows', base64('email,family name\r\n,\r\n'), 'no-rows'],
    ['has too many rows', base64(`email,family name\n${'a@b.kz,Ким\n'.repeat(2_001)}`), 'too-many-rows'],
    ['has too many blank rows', base64(`email,family name\n${'\n'.repeat(500_000)}a@b.kz,Ким`), 'too-many-rows'],
  ])('that %s is refused', (_case, csv, problem) =>
    expect(readGroupFile(csv, null)).toEqual({ problems: [{ problem }] }),
  );

  it('with a quote that does not end is refused with the line', () => {
    expect(readGroupFile(base64('email,family name\na@b.kz,"Ким\nc@d.kz,Ли\n'), null)).toMatchObject({
      problems: [{ problem: 'broken-csv' }],
    });
  });
});
