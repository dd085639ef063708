import { describe, expect, it } from 'vitest';
import { foldedKey, foldWords } from '../../../services/shared/names/fold.rules.ts';

describe('folding', () => {
  it.each([
    ['script and case', ['Әбдіров', 'Абдиров', 'Abdirov', 'ABDIROV', 'abdirov']],
    ['Q and K', ['Қанат', 'Канат', 'Qanat', 'Kanat']],
    ['G and GH', ['Ғани', 'Гани', 'Ghani', 'Gani']],
    ['KH and H', ['Хасан', 'Һасан', 'Ҳасан', 'Khasan', 'Hasan']],
    ['IA, YA and JA', ['Данияр', 'Daniyar', 'Danijar', 'Daniiar', 'Daniar']],
    ['IU and YU', ['Юсупов', 'Iusupov', 'Yusupov', 'Jusupov']],
    ['Y, I and J', ['Сергей', 'Sergey', 'Sergei', 'Sergej']],
    ['ZH and J', ['Жанар', 'Zhanar', 'Janar']],
    ['YE and E', ['Ерлан', 'Yerlan', 'Erlan']],
    ['ZH, YE and E', ['Жұмабаева', 'Жумабаева', 'Zhumabayeva', 'Jumabaeva']],
    ['letters written twice', ['Анна', 'Anna', 'Ана']],
    ['marks', ['Nuñez', 'Nunez', 'NÚÑEZ', 'Nu\u0301n\u0303ez']],
    ['apostrophes', ['Yoʻldosheva', "Yo'ldosheva", 'Yoldosheva']],
    ['signs without a sound', ['Ольга', 'Olga']],
    ['Armenian', ['Հակոբյան', 'Hakobyan', 'Хакобян']],
  ])('makes one of spellings that differ in %s', (_difference, spellings) => {
    const folded = new Set(spellings.map((spelling) => foldWords(spelling).join(' ')));

    expect([...folded]).toHaveLength(1);
  });

  it.each([
    ['Әбдіров', 'Ибраев'],
    ['Ким', 'Цой'],
    ['Асанова', 'Османова'],
    ['Alikhan', 'Alina'],
  ])('keeps %s and %s apart', (one, other) => expect(foldWords(one)).not.toEqual(foldWords(other)));

  it.each([
    ['words', 'Салтыков-Щедрин, Михаил', ['saltikov', 'shchedrin', 'mihail']],
    ['each word once', 'Anna Анна', ['ana']],
    ['letters of a script it cannot spell as they are', 'ნინა 山田', ['ნინა', '山田']],
    ['nothing where there are no letters', ' 100% _ \\ 😀 ', []],
  ])('gives %s', (_what, text, words) => expect(foldWords(text)).toEqual(words));
});

it("makes a person's key of all names, the family's first, each word once and after a space", () => {
  const names = {
    display: 'Ержан',
    native: { family: 'Әбдіров', given: 'Данияр', patronymic: null },
    latin: { family: 'Abdirov', given: 'Daniyar' },
  };

  expect(foldedKey(names)).toBe(' abdirov daniar erian');
  expect(foldedKey({ display: 'Wanjiku Kamau' })).toBe(' waniku kamau');
  expect(foldedKey({ display: '!' })).toBe('');
});
