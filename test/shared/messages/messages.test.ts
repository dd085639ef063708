import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { speaker } from '../../../services/shared/messages/messages.ts';
import { problemsOf } from './catalogue-problems.ts';

const house = new URL('../../../', import.meta.url);
const sources = globSync('{services,gateway}/**/*.ts', { cwd: house }).map((path) => path.replaceAll('\\', '/'));
const files = sources
  .filter((path) => path.endsWith('messages.ts') && path !== 'services/shared/messages/messages.ts')
  .sort();

describe.each(files)('%s', async (file) => {
  const exported: Record<string, object> = await import(new URL(file, house).href);
  const catalogues = Object.entries(exported).filter(([name]) => name.endsWith('Messages'));

  it('exports a catalogue', () => expect(catalogues).toHaveLength(1));

  it.each(catalogues)('%s says everything in every language, with the same arguments', (_name, catalogue) => {
    expect(problemsOf(catalogue as Parameters<typeof problemsOf>[0])).toEqual([]);
  });
});

it('knows every catalogue that speaks', () => {
  const speaking = sources.filter((path) => /\bspeaker\(/.test(readFileSync(new URL(path, house), 'utf8')));

  expect(speaking.sort()).toEqual(files);
});

describe('a catalogue is wrong', () => {
  const good = { kk: '{n} орын', ru: '{n} мест', en: '{n} seats' };

  it.each<[string, object, string[]]>([
    ['nowhere', good, []],
    ['where a language is missing', { ru: good.ru, en: good.en }, ['kk is missing, or has spaces around it']],
    ['where a language says nothing', { ...good, ru: ' ' }, ['ru is missing, or has spaces around it']],
    ['where spaces are around it', { ...good, en: '{n} seats ' }, ['en is missing, or has spaces around it']],
    ['where a language is not of the portal', { ...good, de: '{n} Plätze' }, ['de is no language of the portal']],
    ['where an argument is misspelled', { ...good, ru: '{m} мест' }, ['the arguments differ: kk (n), ru (m), en (n)']],
    ['where an argument is left out', { ...good, kk: 'орын' }, ['the arguments differ: kk (), ru (n), en (n)']],
    [
      'where an argument inside a plural is misspelled',
      { ...good, en: '{n, plural, one {# seat in {hall}} other {# seats}}' },
      ['the arguments differ: kk (n), ru (n), en (hall, n)'],
    ],
    ['where a brace is left open', { ...good, en: '{n seats' }, ['en is no ICU message: MALFORMED_ARGUMENT']],
    [
      'where a Russian plural lacks a form',
      { ...good, ru: '{n, plural, one {# место} other {# мест}}' },
      ['ru lacks few, many of {n}'],
    ],
    [
      'where a plural has no other',
      { ...good, en: '{n, plural, one {# seat}}' },
      ['en is no ICU message: MISSING_OTHER_CLAUSE'],
    ],
  ])('%s', (_case, message, problems) => {
    const found = problemsOf({ SEATS: { ...message } });

    expect(found).toEqual(problems.map((problem) => expect.stringContaining(`SEATS: ${problem}`)));
  });
});

describe('a speaker', () => {
  const say = speaker({
    SEATS: {
      kk: '{n} орын бар',
      ru: '{n, plural, one {Есть # место} few {Есть # места} many {Есть # мест} other {Есть # места}}',
      en: '{n, plural, one {There is # seat} other {There are # seats}}',
    },
    GREETING: { kk: 'Сәлем, {name}!', ru: 'Здравствуйте, {name}!', en: "It''s {name}!" },
  });

  it.each([
    [0, 'Есть 0 мест'],
    [1, 'Есть 1 место'],
    [2, 'Есть 2 места'],
    [5, 'Есть 5 мест'],
    [11, 'Есть 11 мест'],
    [12, 'Есть 12 мест'],
    [21, 'Есть 21 место'],
    [22, 'Есть 22 места'],
    [1.5, 'Есть 1,5 места'],
    [1_000_001, 'Есть 1\u00a0000\u00a0001 место'],
  ])('counts %d in Russian', (n, text) => expect(say('SEATS', 'ru', { n })).toBe(text));

  it.each([
    ['kk', 'Сәлем, Әлия!'],
    ['kk-KZ', 'Сәлем, Әлия!'],
    ['RU', 'Здравствуйте, Әлия!'],
    ['en-GB', "It's Әлия!"],
    ['uz', "It's Әлия!"],
    ['', "It's Әлия!"],
  ])('speaks the language nearest to %j', (locale, text) =>
    expect(say('GREETING', locale, { name: 'Әлия' })).toBe(text),
  );

  it('says what it is told as it is, whatever it looks like', () => {
    expect(say('GREETING', 'en', { name: '{n} <b>#</b>' })).toBe("It's {n} <b>#</b>!");
  });

  it('says nothing half', () => {
    expect(() => say('GREETING', 'en')).toThrow('name');
    expect(() => say('SEATS', 'ru', {})).toThrow('n');
  });
});
