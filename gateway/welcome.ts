import type { PageContent } from './graphiql/page.ts';

const QUERY =
  '{ forumEdition(year: 2026) { title(locale: "en") { text } status isDemo availability { capacity claimed free } } }';

/**
 * What a started portal tells its operator: where to go, who can sign in, and a first query to try. `mailFolder` is
 * where its mails are; null where a mail server takes them.
 */
export function welcome(url: string, demo: PageContent['demo'], mailFolder: string | null = null): string {
  return [
    'Erikti is ready.',
    '',
    `  Portal with GraphiQL  ${url}/`,
    `  GraphQL               ${url}/graphql`,
    `  Health                ${url}/health/ready`,
    ...(mailFolder === null ? [] : [`  Mails it would send   ${demo ? `${url}/dev/mail and ` : ''}${mailFolder}`]),
    ...(demo ? ['', ...peopleOf(demo)] : []),
    '',
    'A first query:',
    '',
    `  curl -s ${url}/graphql -H 'content-type: application/json' \\`,
    `    -d '${JSON.stringify({ query: QUERY })}'`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

function peopleOf({ people, password }: NonNullable<PageContent['demo']>): string[] {
  const width = Math.max(...people.map(({ email }) => email.length));
  return [
    `Everything in it is a demonstration. Sign in as one of these, with the password ${password}`,
    ...people.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`),
  ];
}
