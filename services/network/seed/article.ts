/** Where the figures of 2025 are published: the article of 1 January 2026, whose address is not known to us. */
export const article = {
  title: 'Қазақстан бастамасы: Жаһандық еріктілер жылы',
  url: null,
  publishedOn: '2026-01-01',
} as const;
