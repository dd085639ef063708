import type { Reader } from '../../shared/database/statement.ts';
import type { AtomEntry } from '../../shared/feed/atom.ts';
import { uriOfId } from '../../shared/ids.ts';
import { localize, type PortalLanguage } from '../../shared/text/localize.rules.ts';
import { say } from './messages.ts';
import { latestProjects, type ProjectNewsRow } from './project.loaders.ts';

/** The public projects that changed last, as entries of a feed. A project is the same entry all its life, updated. */
export async function projectNews(read: Reader, limit: number, language: PortalLanguage): Promise<AtomEntry[]> {
  const projects = await latestProjects(read, limit);
  return projects.map((project) => entryOf(project, language));
}

function entryOf(project: ProjectNewsRow, language: PortalLanguage): AtomEntry {
  const { title, description, organisation_name, region_name, starts_on, ends_on, status } = project;
  const where = say('NEWS_WHERE', language, {
    organisation: localize(organisation_name, language)?.text ?? '',
    region: localize(region_name, language)?.text ?? '',
    from: dayOf(starts_on, language),
    until: dayOf(ends_on, language),
  });
  const told = localize(description, language)?.text;
  return {
    id: uriOfId(project.id),
    title: say('NEWS_TITLE', language, { title: localize(title, language)?.text ?? '', status }),
    content: [where, ...(told ? [told] : [])].join('\n'),
    publishedAt: project.published_at,
    updatedAt: project.moved_at,
    link: null,
  };
}

function dayOf(day: string, language: PortalLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
