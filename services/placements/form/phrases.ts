/** What is said, in every room, of what is not there for the viewer. A catalogue spreads it. */
export const notFoundPhrases = {
  OPENING_NOT_FOUND: {
    kk: 'Мұндай вакансия табылмады.',
    ru: 'Такой вакансии нет.',
    en: 'There is no such opening.',
  },
  APPLICATION_NOT_FOUND: {
    kk: 'Мұндай өтінім табылмады.',
    ru: 'Такой заявки нет.',
    en: 'There is no such application.',
  },
  DEPLOYMENT_NOT_FOUND: {
    kk: 'Мұндай қызмет табылмады.',
    ru: 'Такой службы нет.',
    en: 'There is no such deployment.',
  },
} as const;
