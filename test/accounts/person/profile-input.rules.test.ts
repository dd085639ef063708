import { describe, expect, it } from 'vitest';
import {
  checkProfile,
  keptName,
  type ProfileChange,
} from '../../../services/accounts/person/profile/profile-input.rules.ts';
import { LanguageLevel } from '../../../services/shared/language/language-skill.rules.ts';

const TODAY = '2026-10-01';
const language = (tag: string) => ({ language: tag, level: LanguageLevel.B1 });
const name = (family: string) => ({ family, given: null });

describe('a change of a profile', () => {
  it.each<[string, ProfileChange, string[]]>([
    ['that is empty is fine', {}, []],
    [
      'that clears what can be cleared is fine',
      { nativeName: null, latinName: null, citizenship: null, languages: null, preferredLocale: null, birthDate: null },
      [],
    ],
    ['cannot clear the display name', { displayName: null }, ['displayName required']],
    ['gives a display name of something', { displayName: ' ' }, ['displayName blank']],
    ['takes a single name', { nativeName: name('Суккум'), latinName: name('Sukkum') }, []],
    [
      'is checked in every part of both names',
      {
        nativeName: { family: '1', given: '', patronymic: 'Дaнияр', language: 'x'.repeat(36) },
        latinName: { family: 'Әбдіров', given: 'Daniyar', patronymic: ' ' },
      },
      [
        'nativeName.family unexpected-character',
        'nativeName.given blank',
        'nativeName.patronymic mixed-scripts',
        'nativeName.language too-long',
        'latinName.family not-latin',
        'latinName.patronymic blank',
      ],
    ],
    ['gives a country by its code', { citizenship: 'KZ' }, []],
    ['gives a country by its code in small letters', { citizenship: 'kz' }, []],
    ['does not give a country otherwise', { citizenship: 'KAZ' }, ['citizenship unknown-country']],
    ['gives languages', { languages: [language('kk'), language('ru')] }, []],
    [
      'gives a language once, however it is spelled',
      { languages: [language('kk'), language('ru'), language('KK'), language('kk')] },
      ['languages.2.language repeated', 'languages.3.language repeated'],
    ],
    ['gives up to 30 languages', { languages: Array.from({ length: 30 }, (_, i) => language(`a${i}`)) }, []],
    ['gives no more', { languages: Array.from({ length: 31 }, () => language('kk')) }, ['languages too-many']],
    ['chooses a language the portal writes', { preferredLocale: 'kk' }, []],
    ['chooses no other', { preferredLocale: 'uz' }, ['preferredLocale unknown-locale']],
    ['chooses no variety', { preferredLocale: 'kk-KZ' }, ['preferredLocale unknown-locale']],
    ['tells of a birth today', { birthDate: '2026-10-01' }, []],
    ['tells of no birth tomorrow', { birthDate: '2026-10-02' }, ['birthDate in-future']],
    ['tells of a birth 120 years ago', { birthDate: '1906-10-01' }, []],
    ['tells of none before', { birthDate: '1906-09-30' }, ['birthDate too-long-ago']],
  ])('%s', (_case, change, problems) => {
    const found = checkProfile(change, TODAY);

    expect(found.map(({ path, problem }) => `${path.join('.')} ${problem}`)).toEqual(problems);
  });
});

it('keeps a name composed and tidy, without the parts its bearer has not', () => {
  expect(keptName({ family: '  Салтыков - Щедрин ', given: 'Андрей', patronymic: null, language: null })).toEqual({
    family: 'Салтыков - Щедрин',
    given: 'Андрей',
  });
});
