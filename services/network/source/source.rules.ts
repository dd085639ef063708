import { EARLIEST_DAY } from '../network-day.rules.ts';

/** Where something is published, as somebody gives it. */
export interface GivenSource {
  readonly title: string;
  readonly url: string | null;
  /** ISO day; null where it is not known. */
  readonly publishedOn: string | null;
}

export type SourceProblem = 'blank' | 'too-long' | 'not-a-link' | 'in-future' | 'too-long-ago';

export const TITLE_LENGTH = 300;
export const LINK_LENGTH = 2000;

/** Everything wrong with a source on a day (ISO); `path` is within it. */
export function checkSource(
  { title, url, publishedOn }: GivenSource,
  today: string,
): { readonly path: readonly string[]; readonly problem: SourceProblem }[] {
  const link = url === null ? null : linkProblem(url);
  return [
    ...(title.trim() === '' ? [{ path: ['title'], problem: 'blank' as const }] : []),
    ...(title.length > TITLE_LENGTH ? [{ path: ['title'], problem: 'too-long' as const }] : []),
    ...(link ? [{ path: ['url'], problem: link }] : []),
    ...(publishedOn !== null && publishedOn > today ? [{ path: ['publishedOn'], problem: 'in-future' as const }] : []),
    ...(publishedOn !== null && publishedOn < EARLIEST_DAY
      ? [{ path: ['publishedOn'], problem: 'too-long-ago' as const }]
      : []),
  ];
}

/** A source as it is kept. The input has been checked. */
export function keptSource({ title, url, publishedOn }: GivenSource): GivenSource {
  return { title: title.trim(), url: url?.trim() ?? null, publishedOn };
}

function linkProblem(url: string): SourceProblem | null {
  if (url.length > LINK_LENGTH) return 'too-long';
  const link = URL.parse(url.trim());
  return link !== null && ['http:', 'https:'].includes(link.protocol) ? null : 'not-a-link';
}
