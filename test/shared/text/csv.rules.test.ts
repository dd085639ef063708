import { expect, it } from 'vitest';
import { csvOf } from '../../../services/shared/text/csv.rules.ts';

it.each<[string, string | null, string]>([
  ['leaves a plain text as it is', 'Astana', 'Astana'],
  ['leaves nothing where there is nothing', null, ''],
  ['quotes a comma', 'rice, beans', '"rice, beans"'],
  ['doubles a quotation mark', 'a "ramp"', '"a ""ramp"""'],
  ['quotes a line break', 'one\r\ntwo', '"one\r\ntwo"'],
  ['keeps letters of every script', 'Әбдіров', 'Әбдіров'],
  ['runs no formula', '=HYPERLINK("http://elsewhere.example")', `"'=HYPERLINK(""http://elsewhere.example"")"`],
  ['runs no formula that begins with a plus', '+1', "'+1"],
  ['runs no formula that begins with a minus', '-1', "'-1"],
  ['runs no formula that begins with an at', '@SUM(1)', "'@SUM(1)"],
  ['runs no formula behind a tab', '\t=1', "'\t=1"],
  ['runs no formula behind a line break', '\r=1', `"'\r=1"`],
  ['runs no formula in wide letters', '＝1', "'＝1"],
])('%s', (_case, text, cell) => expect(csvOf(['text'], [[text]])).toBe(`\uFEFFtext\r\n${cell}\r\n`));

it('writes a table without rows as its columns', () => {
  expect(csvOf(['id', 'status'], [])).toBe('\uFEFFid,status\r\n');
});
