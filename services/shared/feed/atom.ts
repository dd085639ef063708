import XMLBuilder from 'fast-xml-builder';

/** A feed of news. IDs are URIs that never change, each of one thing. */
export interface AtomFeed {
  readonly id: string;
  /** BCP 47 tag of the language of every text in it. */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  /** Who publishes it. */
  readonly author: string;
  /** Where it is read. */
  readonly self: string;
  readonly entries: readonly AtomEntry[];
}

/** One piece of news. */
export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  /** Plain text. */
  readonly content: string;
  readonly publishedAt: Date;
  /** When it last changed so that readers should look again. */
  readonly updatedAt: Date;
  /** Where more is to be read; null where there is nowhere. */
  readonly link: string | null;
}

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
/** What XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it takes out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Writes a feed as Atom, RFC 4287. `begunAt` is when it was last changed where it has no entries. */
export function atomOf({ id, language, title, subtitle, author, self, entries }: AtomFeed, begunAt: Date): string {
  const updated = entries.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt.getTime()), 0);
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      '@_xml:lang': language,
      id,
      title: writable(title),
      subtitle: writable(subtitle),
      updated: (entries.length === 0 ? begunAt : new Date(updated)).toISOString(),
      author: { name: writable(author) },
      link: { '@_rel': 'self', '@_type': 'application/atom+xml', '@_href': self },
      entry: entries.map((entry) => ({
        id: entry.id,
        title: writable(entry.title),
        published: entry.publishedAt.toISOString(),
        updated: entry.updatedAt.toISOString(),
        ...(entry.link !== null && { link: { '@_rel': 'related', '@_href': entry.link } }),
        content: { '@_type': 'text', '#text': writable(entry.content) },
      })),
    },
  });
}

function writable(text: string): string {
  return text.toWellFormed().replace(UNWRITABLE, '');
}
