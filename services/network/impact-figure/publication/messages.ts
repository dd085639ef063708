import { speaker } from '../../../shared/messages/messages.ts';

/** What the feed says of itself and of figures. `value` is written in digits already, days as people write them. */
export const publicationMessages = {
  FEED_TITLE: {
    kk: 'Еріктілер желісі: көрсеткіштер мен жобалар',
    ru: 'Сеть волонтёров: показатели и проекты',
    en: "The volunteers' network: figures and projects",
  },
  FEED_SUBTITLE: {
    kk: 'Әр көрсеткіш дереккөзімен беріледі. Түзетілген көрсеткіш пен өзгерген жоба жаңартылып шығады.',
    ru: 'Каждый показатель назван вместе с источником. Исправленный показатель и изменившийся проект выходят обновлёнными.',
    en: 'Every figure comes with its source. A corrected figure and a project that moves on come as updated.',
  },
  FEED_AUTHOR: { kk: 'Erikti порталы', ru: 'Портал Erikti', en: 'Erikti' },
  FIGURE_TITLE: {
    kk: '{label}: {qualifier, select, ABOUT {шамамен {value}} MORE_THAN {{value} санынан көп} other {{value}}} ({year})',
    ru: '{label}: {qualifier, select, ABOUT {около {value}} MORE_THAN {более {value}} other {{value}}} ({year})',
    en: '{label}: {qualifier, select, ABOUT {about {value}} MORE_THAN {more than {value}} other {{value}}} ({year})',
  },
  PERIOD: {
    kk: 'Кезең: {from} – {until}.',
    ru: 'Период: {from} – {until}.',
    en: 'Period: {from} – {until}.',
  },
  AS_OF: {
    kk: '{day} жағдай бойынша.',
    ru: 'По состоянию на {day}.',
    en: 'As of {day}.',
  },
  SOURCE: {
    kk: 'Дереккөз: «{title}».',
    ru: 'Источник: «{title}».',
    en: 'Source: “{title}”.',
  },
  SOURCE_PUBLISHED: {
    kk: 'Дереккөз: «{title}», {day}.',
    ru: 'Источник: «{title}», {day}.',
    en: 'Source: “{title}”, {day}.',
  },
} as const;

export const say = speaker(publicationMessages);
