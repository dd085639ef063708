import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';

const LATIN = operation('14-suggest-latin-name');

describe.each(transports)('a Latin name, subgraphs %s', (transport) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal(transport, { demo: false });
  });
  afterAll(() => portal?.close());

  it.each([
    ['kk', 'Әбдіров', 'Данияр', { family: 'Abdirov', given: 'Daniiar', table: 'PORTAL_KAZAKH', official: false }],
    ['ru', 'Щукина', 'Юлия', { family: 'Shchukina', given: 'Iuliia', table: 'ICAO_9303', official: true }],
    ['ka', 'ჯაფარიძე', 'ნინა', { family: null, given: null, table: null, official: false }],
  ])('is suggested to anyone for a name in %s', async (language, family, given, suggestion) => {
    const { data, errors } = await portal.ask(LATIN, { family, given, language });

    expect(errors).toEqual([]);
    expect(data.suggestLatinName).toEqual(suggestion);
  });

  it('is suggested for a single name', async () => {
    const { data } = await portal.ask('{ suggestLatinName(family: "Суккум", language: "ru") { family given } }');

    expect(data.suggestLatinName).toEqual({ family: 'Sukkum', given: null });
  });

  it('is not suggested for what is no name by its length', async () => {
    const { errors } = await portal.ask(LATIN, { family: 'Я'.repeat(101), given: '', language: 'ru' });

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
