/** A page of a heading and a few lines, for whoever follows a QR code. Lines that are null are left out. */
export function htmlPage(language: string, heading: string, lines: readonly (string | null)[]): string {
  const paragraphs = lines.filter((line) => line !== null).map((line) => `<p>${escaped(line)}</p>`);
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(heading)}</title>
<h1>${escaped(heading)}</h1>
${paragraphs.join('\n')}
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
