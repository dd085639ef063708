import { describe, expect, it } from 'vitest';
import { spell, suggestLatinName } from '../../../services/accounts/name/latin-name.rules.ts';
import { ICAO_LETTERS, PORTAL_LETTERS } from '../../../services/shared/names/cyrillic-letters.rules.ts';
import { LatinNameTable } from '../../../services/shared/names/letters.rules.ts';
import { latinPartProblem } from '../../../services/shared/names/name.rules.ts';

const { AS_WRITTEN, ICAO_9303, PORTAL_ARMENIAN, PORTAL_CYRILLIC, PORTAL_KAZAKH } = LatinNameTable;
const { PORTAL_KYRGYZ, PORTAL_LATIN, PORTAL_TAJIK, PORTAL_UZBEK } = LatinNameTable;

describe("ICAO's table", () => {
  it('has every letter of the Russian alphabet', () => {
    const spelled = [...'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'].map((letter) => ICAO_LETTERS[letter]);

    expect(spelled).toEqual([
      ...['A', 'B', 'V', 'G', 'D', 'E', 'E', 'ZH', 'Z', 'I', 'I', 'K', 'L', 'M', 'N', 'O', 'P', 'R', 'S', 'T', 'U'],
      ...['F', 'KH', 'TS', 'CH', 'SH', 'SHCH', 'IE', 'Y', '', 'E', 'IU', 'IA'],
    ]);
  });

  it.each([
    ['ru', 'АНЖЕЛИКА ХАЦКЕВИЧ', 'ANZHELIKA KHATSKEVICH'],
    ['be', 'БАБРЫКОВІЧ АЛЯКСАНДР', 'BABRYKOVICH ALIAKSANDR'],
    ['be', 'Ігар', 'Ihar'],
    ['be', 'Кавалёва', 'Kavaliova'],
    ['be', 'Быкаў', 'Bykau'],
    ['be-Cyrl-BY', 'Яўгеній', 'Iauhenii'],
    ['uk', 'Литвин', 'Lytvyn'],
    ['uk', 'Гнатюк', 'Gnatiuk'],
    ['uk', 'Їжакевич', 'Izhakevych'],
    ['ru', 'Литвин', 'Litvin'],
    ['bg', 'Щерев', 'Shterev'],
    ['sr', 'Живковић', 'Zivkovic'],
    ['mk', 'Ќосе', 'Kjose'],
    ['kk', 'Оспанова', 'Ospanova'],
    ['fr', 'Оспанова', 'Ospanova'],
  ])('spells the %s name %s as %s', (language, name, latin) => {
    expect(suggestLatinName(name, null, language)).toEqual({
      family: latin,
      given: null,
      table: ICAO_9303,
      official: true,
    });
  });

  it('suggests Evgenii for the Russian name of a Belarusian, whose passport may say Yauheni', () => {
    expect(suggestLatinName('Кравчук', 'Евгений', 'ru')).toMatchObject({ given: 'Evgenii', official: true });
  });
});

describe("the portal's own tables", () => {
  it.each([
    ['kk', 'Әбдіров', 'Abdirov', PORTAL_KAZAKH],
    ['kk', 'Ғаббасұлы', 'Gabbasuly', PORTAL_KAZAKH],
    ['kk', 'Қаһарман', 'Kaharman', PORTAL_KAZAKH],
    ['kk', 'Өтеңүр', 'Otenur', PORTAL_KAZAKH],
    ['kk', 'Айгерім', 'Aigerim', PORTAL_KAZAKH],
    ['kk-KZ', 'ҚҰНАНБАЙ', 'KUNANBAI', PORTAL_KAZAKH],
    ['ky', 'Нургүл', 'Nurgul', PORTAL_KYRGYZ],
    ['ky', 'Өмүрзаков', 'Omurzakov', PORTAL_KYRGYZ],
    ['tg', 'Фирӯз', 'Firuz', PORTAL_TAJIK],
    ['tg', 'Раҳимов', 'Rahimov', PORTAL_TAJIK],
    ['tg', 'Ғафур', 'Ghafur', PORTAL_TAJIK],
    ['tg', 'Қодирӣ', 'Qodiri', PORTAL_TAJIK],
    ['tg', 'Ҷамшед', 'Jamshed', PORTAL_TAJIK],
    ['uz', 'Ўктам', 'Oktam', PORTAL_UZBEK],
    ['ru', 'Әбдіров', 'Abdirov', PORTAL_CYRILLIC],
    ['uz', 'Yoʻldosheva', "Yo'ldosheva", AS_WRITTEN],
    ['tk', 'Durdyýewa', 'Durdyyewa', PORTAL_LATIN],
    ['az', 'Məmmədova', 'Mammadova', PORTAL_LATIN],
    ['az', 'Şıxəliyev', 'Sixaliyev', PORTAL_LATIN],
    ['ro', 'Țurcanu', 'Turcanu', PORTAL_LATIN],
    ['tr', 'İNÖNÜ', 'INONU', PORTAL_LATIN],
    ['de', 'Groß', 'Gross', PORTAL_LATIN],
    ['hy', 'Հակոբյան', 'Hakobyan', PORTAL_ARMENIAN],
    ['hy', 'Երևան', 'Yerevan', PORTAL_ARMENIAN],
    ['hy', 'Ոսկանյան', 'Voskanyan', PORTAL_ARMENIAN],
    ['hy', 'Հարություն', 'Harutyun', PORTAL_ARMENIAN],
    ['hy', 'Ղազարյան', 'Ghazaryan', PORTAL_ARMENIAN],
    ['hy', 'ՂԱԶԱՐՅԱՆ', 'GHAZARYAN', PORTAL_ARMENIAN],
  ])('spell the %s name %s as %s', (language, name, latin, table) => {
    expect(suggestLatinName(name, null, language)).toEqual({
      family: latin,
      given: null,
      table,
      official: table === AS_WRITTEN,
    });
  });

  it('are named where one part of a name needs them, whatever the other part needs', () => {
    const kazakh = { table: PORTAL_KAZAKH, official: false };

    expect(suggestLatinName('Оспанова', 'Мөлдір', 'kk')).toMatchObject(kazakh);
    expect(suggestLatinName('Мөлдір', 'Оспанова', 'kk')).toMatchObject(kazakh);
  });

  it.each(Object.entries(PORTAL_LETTERS))('spell letters of %s alone, in plain ones', (_language, letters) => {
    for (const [letter, latin] of Object.entries(letters)) {
      expect(letter).toMatch(/^\p{Script=Cyrillic}$/u);
      expect(latin).toMatch(/^[A-Z]+$/);
    }
  });
});

describe('a spelling', () => {
  it.each([
    ['Щукин', 'Shchukin'],
    ['ЩУКИН', 'SHCHUKIN'],
    ['щукин', 'shchukin'],
    ['Щ', 'Shch'],
    ['БОРЩ', 'BORSHCH'],
    ['Я. Щ', null],
    ['Салтыков-Щедрин', 'Saltykov-Shchedrin'],
    ['САЛТЫКОВ‑ЩЕДРИН', 'SALTYKOV-SHCHEDRIN'],
    ['  Ван   дер Флит ', 'Van der Flit'],
    ['Объедков', 'Obieedkov'],
    ['Лук’яненко', 'Lukianenko'],
    ["О'Коннор", 'OKonnor'],
    ['O’Connor', "O'Connor"],
    ['Ольга', 'Olga'],
    ['Й', 'I'],
    ['Й'.normalize('NFD'), 'I'],
    ['Соколо́ва', 'Sokolova'],
    ['Ь', null],
    ['', null],
    [' - ', null],
    ['Ким 2', null],
    ['ჯაფარიძე', null],
    ['山田', null],
    ['Ким😀', null],
    ['constructor', 'constructor'],
  ])('of %j is %j', (name, latin) => expect(spell(name, 'ru')?.latin ?? null).toBe(latin));

  it('is one that a passport can print, whatever is spelled', () => {
    const names = ['Әбдіров', 'Yoʻldosheva', 'Հակոբյան', 'Салтыков-Щедрин', 'Țurcanu', 'O’Connor'];

    expect(names.map((name) => latinPartProblem(spell(name, 'kk')?.latin ?? ''))).toEqual(names.map(() => null));
  });
});

it('suggests what it can where it knows one part only, and nothing where it knows none', () => {
  expect(suggestLatinName('ჯაფარიძე', 'Нина', 'ka')).toEqual({
    family: null,
    given: 'Nina',
    table: ICAO_9303,
    official: true,
  });
  expect(suggestLatinName('ჯაფარიძე', 'ნინა', 'ka')).toEqual({
    family: null,
    given: null,
    table: null,
    official: false,
  });
});
