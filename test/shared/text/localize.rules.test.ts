import { describe, expect, it } from 'vitest';
import { fallbackChain, localize, portalLanguage } from '../../../services/shared/text/localize.rules.ts';

describe('the tags a text is looked up by', () => {
  it.each([
    ['kk', ['kk', 'en', 'ru']],
    ['ru', ['ru', 'en', 'kk']],
    ['en', ['en', 'ru', 'kk']],
    ['uz', ['uz', 'en', 'ru', 'kk']],
    ['ru-KZ', ['ru-KZ', 'ru', 'en', 'kk']],
    ['kk-Latn-KZ', ['kk-Latn-KZ', 'kk', 'en', 'ru']],
    ['RU', ['RU', 'ru', 'en', 'kk']],
  ])('for %s, best first', (asked, chain) => expect(fallbackChain(asked)).toEqual(chain));
});

describe('a text in the best language there is', () => {
  const all = { kk: 'форум (kk)', ru: 'форум (ru)', en: 'forum', 'ru-KZ': 'форум (ru-KZ)' };

  it.each<[string, Record<string, string>, string, ReturnType<typeof localize>]>([
    ['the asked one', all, 'kk', { text: 'форум (kk)', locale: 'kk', isFallback: false }],
    ['the asked region', all, 'ru-KZ', { text: 'форум (ru-KZ)', locale: 'ru-KZ', isFallback: false }],
    ['the plain language of a region', all, 'kk-KZ', { text: 'форум (kk)', locale: 'kk', isFallback: false }],
    ['the asked one, in capitals', all, 'KK', { text: 'форум (kk)', locale: 'kk', isFallback: false }],
    ['English next', all, 'uz', { text: 'forum', locale: 'en', isFallback: true }],
    ['Russian after it', { kk: 'a', ru: 'b' }, 'uz', { text: 'b', locale: 'ru', isFallback: true }],
    ['Kazakh after it', { hy: 'a', kk: 'b' }, 'uz', { text: 'b', locale: 'kk', isFallback: true }],
    ['whatever exists at last', { hy: 'a', az: 'b' }, 'uz', { text: 'a', locale: 'hy', isFallback: true }],
    [
      'a region, where the plain language was asked',
      { 'uz-Cyrl': 'a' },
      'uz',
      { text: 'a', locale: 'uz-Cyrl', isFallback: false },
    ],
    ['an empty one, where it was written empty', { en: '' }, 'en', { text: '', locale: 'en', isFallback: false }],
    ['none', {}, 'en', null],
    ['none by a tag that is a word of the language', {}, 'valueOf', null],
    ['a fallback for such a tag', { ru: 'a' }, 'toString', { text: 'a', locale: 'ru', isFallback: true }],
  ])('is %s', (_case, texts, asked, found) => expect(localize(texts, asked)).toEqual(found));
});

describe("the language of the portal's own messages", () => {
  it.each([
    ['kk', 'kk'],
    ['ru-RU', 'ru'],
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['uz', 'en'],
    ['kkc', 'en'],
    ['', 'en'],
    ['*', 'en'],
  ])('for %j is %s', (asked, language) => expect(portalLanguage(asked)).toBe(language));
});
