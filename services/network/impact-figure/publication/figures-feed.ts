import { ATOM_TYPE, type AtomEntry, atomOf } from '../../../shared/feed/atom.ts';
import { type FileRefusal, fileUrl, type ServedFile } from '../../../shared/files/file.ts';
import { namedId, uriOfId } from '../../../shared/ids.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { localize, PORTAL_LANGUAGES, type PortalLanguage } from '../../../shared/text/localize.rules.ts';
import { projectNews } from '../../project/project-news.ts';
import { type LatestFigureRow, latestFigures } from '../impact-figure.loaders.ts';
import { say } from './messages.ts';

const ENTRIES = 100;
const CACHE_SECONDS = 300;
const NEVER = new Date(0);

/**
 * The latest figures and projects as an Atom feed in a language of the portal. A corrected figure is the same entry,
 * updated; so is a project that moves on.
 */
export async function figuresFeed(
  { read, publicUrl }: Pick<ServiceContext, 'read' | 'publicUrl'>,
  { id }: { readonly id: string },
): Promise<ServedFile | FileRefusal> {
  const language = PORTAL_LANGUAGES.find((known) => known === id);
  if (!language) return 'not-found';
  const [figures, projects] = await Promise.all([latestFigures(read, ENTRIES), projectNews(read, ENTRIES, language)]);
  const entries = [...figures.map((figure) => entryOf(figure, language)), ...projects]
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .slice(0, ENTRIES);
  const feed = {
    id: uriOfId(namedId('feed', `network/${language}`)),
    language,
    title: say('FEED_TITLE', language),
    subtitle: say('FEED_SUBTITLE', language),
    author: say('FEED_AUTHOR', language),
    self: fileUrl(publicUrl, 'network', 'feed', language),
    entries,
  };
  const [latest] = entries;
  return {
    contentType: ATOM_TYPE,
    filename: null,
    body: atomOf(feed, NEVER),
    ...(latest && { lastModified: latest.updatedAt }),
    cacheSeconds: CACHE_SECONDS,
  };
}

function entryOf(figure: LatestFigureRow, language: PortalLanguage): AtomEntry {
  const label = localize(figure.label, language)?.text ?? figure.definition_key;
  const note = localize(figure.note, language)?.text;
  return {
    id: uriOfId(figure.line_id),
    title: say('FIGURE_TITLE', language, {
      label,
      qualifier: figure.qualifier,
      value: new Intl.NumberFormat(language).format(figure.value),
      year: String(figure.year),
    }),
    content: [periodOf(figure, language), sourceOf(figure, language), ...(note ? [note] : [])].join('\n'),
    publishedAt: figure.published_at,
    updatedAt: figure.recorded_at,
    link: figure.source_url,
  };
}

function periodOf({ period_from, period_until, as_of }: LatestFigureRow, language: PortalLanguage): string {
  const period = say('PERIOD', language, { from: dayOf(period_from, language), until: dayOf(period_until, language) });
  return `${period} ${say('AS_OF', language, { day: dayOf(as_of, language) })}`;
}

function sourceOf({ source_title: title, source_published_on }: LatestFigureRow, language: PortalLanguage): string {
  if (source_published_on === null) return say('SOURCE', language, { title });
  return say('SOURCE_PUBLISHED', language, { title, day: dayOf(source_published_on, language) });
}

function dayOf(day: string, language: PortalLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
