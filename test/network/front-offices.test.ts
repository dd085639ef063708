import { describe, expect, it } from 'vitest';
import { checkContact } from '../../services/network/contact/contact.rules.ts';
import { checkHours, hoursText, type OpeningHours } from '../../services/network/contact/opening-hours.rules.ts';
import { updateFrontOffice } from '../../services/network/front-office/update-front-office.ts';
import { networkDay } from '../../services/network/network-day.rules.ts';
import { regionsNamed } from '../../services/network/region/region.rules.ts';
import { seedReference } from '../../services/network/seed/reference.ts';
import { frontOfficeId, regions } from '../../services/network/seed/regions.ts';
import { network } from '../../services/network/subgraph.ts';
import { useService } from '../support/database.ts';
import { statementsOf } from '../support/statements.ts';
import { askNetwork, auditOf } from './ask-network.ts';

const NOW = new Date('2026-10-01T04:00:00.000Z');
const WEEK: OpeningHours = {
  timeZone: 'Asia/Almaty',
  periods: [
    { days: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '18:00' },
    { days: [6], opensAt: '10:00', closesAt: '14:00' },
  ],
};

describe('the regions', () => {
  it('are the twenty of ISO 3166-2, each named in every language of the portal', () => {
    expect(regions.map(({ code }) => code)).toEqual(
      [10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79].map((digits) => `KZ-${digits}`),
    );
    for (const language of ['kk', 'ru', 'en']) {
      expect(new Set(regions.map(({ office }) => office[language])).size).toBe(20);
    }
  });

  it.each([
    ['KZ-75', ['KZ-75']],
    [' kz-75 ', ['KZ-75']],
    ['Алматы', ['KZ-19', 'KZ-75']],
    ['Алматы облысы', ['KZ-19']],
    ['Алматы қаласы', ['KZ-75']],
    ['АЛМАТИНСКАЯ ОБЛАСТЬ', ['KZ-19']],
    ['алматинская', ['KZ-19']],
    ['г. Алматы', ['KZ-75']],
    ['Almaty city', ['KZ-75']],
    ['Almaty Region', ['KZ-19']],
    ['Ақмола', ['KZ-11']],
    ['Акмола облысы', ['KZ-11']],
    ['Akmola', ['KZ-11']],
    ['Aqmola oblysy', ['KZ-11']],
    ['Жетісу', ['KZ-33']],
    ['область Жетысу', ['KZ-33']],
    ['Zhetysu', ['KZ-33']],
    ['Қостанай', ['KZ-39']],
    ['Костанайская обл.', ['KZ-39']],
    ['Маңғыстау', ['KZ-47']],
    ['Мангистау', ['KZ-47']],
    ['Ұлытау', ['KZ-62']],
    ['Улытау', ['KZ-62']],
    ['Батыс Қазақстан облысы', ['KZ-27']],
    ['Западно-Казахстанская область', ['KZ-27']],
    ['Западно Казахстанская', ['KZ-27']],
    ['ВКО', ['KZ-63']],
    ['Туркестан', ['KZ-61']],
    ['Астана', ['KZ-71']],
    ['Шымкент', ['KZ-79']],
    ['область', []],
    ['', []],
    ['Атлантида', []],
    ['Казахстан', []],
  ])('of %j are %j', (asked, codes) => expect(regionsNamed(asked, regions)).toEqual({ codes }));

  it.each(['KZ-76', 'KZ-AST', 'RU-MOW'])('of the code %s are refused', (asked) =>
    expect(regionsNamed(asked, regions)).toEqual({ refusal: 'no-such-code' }),
  );

  it('are found whether one writes ё or е', () => {
    const one = [{ code: 'KZ-99', names: { ru: 'Берёзовая область' }, otherNames: [] }];

    expect(regionsNamed('березовая', one)).toEqual({ codes: ['KZ-99'] });
  });
});

describe('opening hours', () => {
  it.each([
    ['en', 'Mon–Fri 09:00–18:00; Sat 10:00–14:00 (Asia/Almaty)'],
    ['ru', 'пн–пт 09:00–18:00; сб 10:00–14:00 (Asia/Almaty)'],
    ['kk', 'дс–жм 09:00–18:00; сб 10:00–14:00 (Asia/Almaty)'],
  ])('read in %s as %s', (language, text) => expect(hoursText(WEEK, language)).toBe(text));

  it.each<[string, OpeningHours, { path: string[]; problem: string }[]]>([
    ['may be day and night', { ...WEEK, periods: [{ days: [1, 7], opensAt: '00:00', closesAt: '24:00' }] }, []],
    ['may pause at noon', { ...WEEK, periods: [on('09:00', '13:00'), on('13:00', '18:00')] }, []],
    ['are some', { ...WEEK, periods: [] }, [{ path: ['periods'], problem: 'empty' }]],
    [
      'are on a clock of a place',
      { ...WEEK, timeZone: '+05:00' },
      [{ path: ['timeZone'], problem: 'unknown-time-zone' }],
    ],
    ['overlap nowhere', { ...WEEK, periods: [on('09:00', '13:00'), on('12:59', '18:00')] }, [at(1, 'overlapping')]],
    [
      'end after they begin',
      { ...WEEK, periods: [on('18:00', '09:00')] },
      [at(0, 'closes-before-it-opens', 'closesAt')],
    ],
    [
      'are times of day on days',
      { ...WEEK, periods: [{ days: [], opensAt: '24:00', closesAt: '9:00' }] },
      [at(0, 'empty', 'days'), at(0, 'not-a-time', 'opensAt'), at(0, 'not-a-time', 'closesAt')],
    ],
  ])('%s', (_case, hours, problems) => expect(checkHours(hours)).toEqual(problems));

  function on(opensAt: string, closesAt: string) {
    return { days: [1, 2], opensAt, closesAt };
  }

  function at(index: number, problem: string, ...path: string[]) {
    return { path: ['periods', String(index), ...path], problem };
  }
});

it('counts the days of Astana, where it is tomorrow before it is in Greenwich', () => {
  expect(networkDay(new Date('2026-10-01T18:59:59Z'))).toBe('2026-10-01');
  expect(networkDay(new Date('2026-10-01T19:00:00Z'))).toBe('2026-10-02');
});

describe('a contact', () => {
  it.each([
    ['+7 (717) 200-00-00', []],
    ['1414', []],
    ['141', ['not-a-phone-number']],
    ['87172000000', ['not-a-phone-number']],
    ['+0717200000', ['not-a-phone-number']],
    ['call us', ['not-a-phone-number']],
  ])('is called at %s: %j', (phone, problems) =>
    expect(checkContact({ phone, asOf: '2026-10-01' }, '2026-10-01').map(({ problem }) => problem)).toEqual(problems),
  );
});

describe('front offices', () => {
  const service = useService(network, () => NOW);
  const OFFICES = `query ($region: String) {
    frontOffices(region: $region) {
      id kind name(locale: "kk") { text } region { code name(locale: "ru") } languages phone hours openingHours { timeZone }
      asOf version
    }
  }`;
  const unknown = { languages: null, phone: null, hours: null, openingHours: null, asOf: null, version: 1 };
  const UPDATE = `mutation ($input: UpdateFrontOfficeInput!) {
    updateFrontOffice(input: $input) {
      __typename
      ... on UpdateFrontOfficeSuccess { frontOffice { phone hours languages asOf version } }
      ... on InvalidInput { violations { path code } }
      ... on VersionConflict { currentVersion }
      ... on UserError { code }
    }
  }`;

  it('are the national one and one in each region, and nobody has told how to reach them', async () => {
    const { data } = await askNetwork(service.running, OFFICES);

    expect(data.frontOffices).toHaveLength(21);
    expect(data.frontOffices[0]).toEqual({
      ...unknown,
      id: frontOfficeId(null),
      kind: 'NATIONAL',
      name: { text: 'Ұлттық фронт-кеңсе' },
      region: { code: 'KZ-71', name: 'Астана' },
    });
    expect(data.frontOffices[2]).toEqual({
      ...unknown,
      id: frontOfficeId('KZ-11'),
      kind: 'REGIONAL',
      name: { text: 'Ақмола облысының фронт-кеңсесі' },
      region: { code: 'KZ-11', name: 'Акмолинская область' },
    });
    expect(data.frontOffices.map((one: { phone: null }) => one.phone)).toEqual(Array(21).fill(null));
  });

  it.each([
    ['KZ-39', ['Қостанай облысының фронт-кеңсесі']],
    ['Костанай', ['Қостанай облысының фронт-кеңсесі']],
    ['Astana', ['Ұлттық фронт-кеңсе', 'Астана қаласының фронт-кеңсесі']],
    ['Atlantis', []],
  ])('are found by %s', async (region, names) => {
    const { data } = await askNetwork(service.running, OFFICES, { region });

    expect(data.frontOffices.map((one: { name: { text: string } }) => one.name.text)).toEqual(names);
  });

  it('are refused for a code that does not exist, which names those that do', async () => {
    const { errors } = await askNetwork(service.running, OFFICES, { region: 'KZ-AST' }, 'ru');

    const codes = regions.map(({ code }) => code);
    expect(errors).toMatchObject([
      {
        message: `Такого кода региона нет. Коды: ${codes.join(', ')}.`,
        extensions: { code: 'BAD_USER_INPUT', codes },
      },
    ]);
  });

  it.each([null, 'KZ-39'])('cost one statement, those of %s', async (region) => {
    const statements = await statementsOf(() => askNetwork(service.running, OFFICES, { region }));

    expect(statements).toHaveLength(1);
  });

  it('are changed by what is given, and read back in the language of whoever reads', async () => {
    const frontOfficeId = office('KZ-10');
    await update(frontOfficeId, { phone: '+7 (717) 200-00-00', hours: hoursInput(), languages: ['kk', 'RU'] });

    const { data } = await update(frontOfficeId, { phone: '1414', expectedVersion: 2 }, 'kk');

    expect(data.updateFrontOffice).toEqual({
      __typename: 'UpdateFrontOfficeSuccess',
      frontOffice: {
        phone: '1414',
        hours: 'дс–жм 09:00–18:00; сб 10:00–14:00 (Asia/Almaty)',
        languages: ['kk', 'ru'],
        asOf: '2026-10-01',
        version: 3,
      },
    });
    const changed = (...fields: string[]) => ({
      actor_id: 'person_of_office',
      subject_id: frontOfficeId,
      reason: null,
      changes: fields.map((field) => ({ field, from: null, to: null })),
    });
    expect(await auditOf(service.running, 'updateFrontOffice')).toEqual([
      changed('phone', 'hours', 'languages', 'asOf'),
      changed('phone'),
    ]);
  });

  it('become unknown again where a contact is cleared', async () => {
    const id = office('KZ-15');
    await update(id, { phone: '1414', languages: ['kk'] });

    const { data } = await update(id, { phone: null, languages: null });

    expect(data.updateFrontOffice.frontOffice).toMatchObject({ phone: null, languages: null, version: 3 });
  });

  it('tell everything that is wrong with a change at once, and change nothing', async () => {
    const id = office('KZ-23');

    const { data } = await update(id, {
      phone: '12',
      hours: { timeZone: 'Astana', periods: [{ days: ['MONDAY'], opensAt: '9', closesAt: '18:00' }] },
      languages: ['kk', 'kk', 'qqq'],
      asOf: '2026-10-02',
    });

    expect(data.updateFrontOffice).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      violations: [
        { path: ['input', 'phone'], code: 'NOT_A_PHONE_NUMBER' },
        { path: ['input', 'hours', 'timeZone'], code: 'UNKNOWN_TIME_ZONE' },
        { path: ['input', 'hours', 'periods', '0', 'opensAt'], code: 'NOT_A_TIME' },
        { path: ['input', 'languages', '1'], code: 'REPEATED' },
        { path: ['input', 'languages', '2'], code: 'UNKNOWN_LANGUAGE' },
        { path: ['input', 'asOf'], code: 'IN_FUTURE' },
      ],
    });
    expect(await rowOf(id)).toEqual({ phone: null, hours: null, languages: null, version: 1 });
  });

  it('are not changed where there is none, or from an earlier version', async () => {
    const id = office('KZ-27');
    await update(id, { phone: '1414' });

    const nowhere = await update('front_office_0', { phone: '1414' });
    const late = await update(id, { phone: '1415', expectedVersion: 1 });

    expect(nowhere.data.updateFrontOffice).toEqual({
      __typename: 'FrontOfficeNotFound',
      code: 'FRONT_OFFICE_NOT_FOUND',
    });
    expect(late.data.updateFrontOffice).toEqual({
      __typename: 'VersionConflict',
      currentVersion: 2,
      code: 'VERSION_CONFLICT',
    });
    expect(await rowOf(id)).toMatchObject({ phone: '1414', version: 2 });
  });

  it('let one of many win who change the same version at once', async () => {
    const frontOfficeId = office('KZ-31');

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        updateFrontOffice(
          service.running.database.orm.em.fork(),
          { actorId: 'x', frontOfficeId, expectedVersion: 1, change: { phone: `141${index}`, asOf: '2026-10-01' } },
          NOW,
        ),
      ),
    );

    expect(outcomes.filter((outcome) => !('refusal' in outcome))).toEqual([{ frontOfficeId }]);
    expect(await rowOf(frontOfficeId)).toMatchObject({ version: 2 });
  });

  it('stay as they were changed, however often the portal starts', async () => {
    const id = office('KZ-33');
    await update(id, { phone: '1414' });

    await seedReference(service.running.database.orm.em.fork(), NOW);

    expect(await rowOf(id)).toMatchObject({ phone: '1414', version: 2 });
  });

  it('hold no contact without a day as of which it is known, whoever writes', async () => {
    const em = service.running.database.orm.em.fork();

    await expect(
      em.execute(`update front_office set phone = '1414', as_of = null where id = ?`, [office('KZ-35')]),
    ).rejects.toThrow('check constraint');
    await expect(
      em.execute(`update front_office set phone = 'call us', as_of = now() where id = ?`, [office('KZ-35')]),
    ).rejects.toThrow('check constraint');
  });

  it('share one call centre, which is reached as they are', async () => {
    const CENTRE = '{ callCentre { phone hours languages asOf version } }';
    const before = await askNetwork(service.running, CENTRE);

    const { data } = await askNetwork(
      service.running,
      `mutation ($input: UpdateCallCentreInput!) {
        updateCallCentre(input: $input) {
          ... on UpdateCallCentreSuccess { callCentre { phone hours languages version } }
        }
      }`,
      { input: { phone: '1414', hours: hoursInput(), languages: ['kk'], asOf: '2026-09-30', expectedVersion: 1 } },
    );

    const none = { phone: null, hours: null, languages: null, asOf: null, version: 1 };
    expect(before.data.callCentre).toEqual(none);
    expect(data.updateCallCentre.callCentre).toEqual({
      phone: '1414',
      hours: 'Mon–Fri 09:00–18:00; Sat 10:00–14:00 (Asia/Almaty)',
      languages: ['kk'],
      version: 2,
    });
    expect(await auditOf(service.running, 'updateCallCentre')).toHaveLength(1);
  });

  function update(id: string, change: Record<string, unknown>, locale = 'en') {
    return askNetwork(service.running, UPDATE, { input: { frontOfficeId: id, asOf: '2026-10-01', ...change } }, locale);
  }

  async function rowOf(id: string): Promise<unknown> {
    const [row] = await service.running.database.orm.em
      .fork()
      .execute('select phone, hours, languages, version from front_office where id = ?', [id]);
    return row;
  }
});

function office(code: string): string {
  return frontOfficeId(code);
}

function hoursInput() {
  return {
    timeZone: 'Asia/Almaty',
    periods: [
      { days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'], opensAt: '09:00', closesAt: '18:00' },
      { days: ['SATURDAY'], opensAt: '10:00', closesAt: '14:00' },
    ],
  };
}
