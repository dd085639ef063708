import type { Assets } from './assets.ts';
import type { Example } from './examples.ts';

/** People to sign in as while the portal runs on demonstration data; all share one password. */
export interface DemoPeople {
  password: string;
  people: { email: string; role: string }[];
}

/** What the page's own script reads when it starts. */
export interface PageContent {
  examples: Example[];
  demo: DemoPeople | null;
  /** Whether the schema may be asked for; without it, the page has no documentation and no completion. */
  introspection: boolean;
}

/** What the page may load and reach: this portal. GraphiQL's tooltips and dialogs write their own style elements. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An open circle of people, drawn in place: the page asks for no other file. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0f766e"/><path d="M22 11.5A7.5 7.5 0 1 0 22 20.5M9 16h11" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>',
)}`;

/** Writes the page: what it loads, in order, and its content as data that cannot end its own element. */
export function graphiqlPage({ styles, scripts, entry }: Assets, content: PageContent): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Erikti · GraphQL</title>
    <link rel="icon" href="${icon}">
${styles.map(({ url }) => `    <link rel="stylesheet" href="${url}">`).join('\n')}
    <script type="application/json" id="page-content">${JSON.stringify(content).replaceAll('<', '\\u003c')}</script>
${scripts.map(({ url }) => `    <script defer src="${url}"></script>`).join('\n')}
    <script type="module" src="${entry.url}"></script>
  </head>
  <body>
    <div id="page">
      <p class="notice">Loading…</p>
      <noscript><p class="notice">This page needs JavaScript. The graph itself does not: send it a POST at /graphql.</p></noscript>
    </div>
  </body>
</html>
`;
}
