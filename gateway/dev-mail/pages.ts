import type { KeptMail } from './kept-mail.ts';

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; color-scheme: light dark }
table { border-collapse: collapse; width: 100% } td, th { text-align: start; padding: .3em .8em .3em 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere } iframe { width: 100%; height: 30em; border: 1px solid; background: #fff }`;

/** All kept mails, newest first. */
export function listPage(mails: readonly KeptMail[]): string {
  const rows = mails.map(
    ({ id, at, to, subject }) =>
      `<tr><td>${escapeHtml(at)}</td><td>${escapeHtml(to)}</td><td><a href="/dev/mail/${id}">${escapeHtml(subject)}</a></td></tr>`,
  );
  const list = `<table><tr><th>Sent</th><th>To</th><th>Subject</th></tr>${rows.join('\n')}</table>`;
  return page('Mails', `<h1>Mails</h1>\n${mails.length === 0 ? '<p>None yet.</p>' : list}`);
}

/** One mail, as text and as HTML. */
export function mailPage({ id, at, to, subject, text }: KeptMail): string {
  const linked = escapeHtml(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);
  return page(
    subject,
    `<p><a href="/dev/mail">All mails</a></p>
<h1>${escapeHtml(subject)}</h1>
<p>${escapeHtml(to)}, ${escapeHtml(at)}</p>
<pre>${linked}</pre>
<iframe title="The mail as HTML" sandbox="allow-popups" src="/dev/mail/${id}/html"></iframe>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · Erikti</title><style>${STYLE}</style></head>
<body>
${body}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
