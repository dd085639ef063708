import type { PortalLanguage } from '../../shared/text/localize.rules.ts';
import { escapeHtml } from './mail.rules.ts';

const PAGE = 'font:16px/1.5 system-ui,sans-serif;color:#1f2937;max-width:34em;margin:2em auto;padding:0 1em';
const BUTTON =
  'display:inline-block;padding:.6em 1.2em;border-radius:.4em;background:#0f766e;color:#ffffff;text-decoration:none';

/** A paragraph of plain text. Its lines stay lines. */
export function paragraph(text: string): string {
  return `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
}

/** A button that leads to an address, and the address itself for those who see no buttons. */
export function button(address: string, label: string): string {
  const link = escapeHtml(address);
  return `<p><a href="${link}" style="${BUTTON}">${escapeHtml(label)}</a></p>\n<p><a href="${link}">${link}</a></p>`;
}

/** A whole mail as HTML, from parts that are HTML. It loads nothing from anywhere. */
export function page(language: PortalLanguage, title: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="${PAGE}">
${parts.join('\n')}
</body>
</html>
`;
}
