import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../../services/accounts/name/script.rules.ts';
import {
  displayNameProblem,
  latinPartProblem,
  nativePartProblem,
  tidy,
} from '../../../services/shared/names/name.rules.ts';

describe('a part of a name', () => {
  it.each([
    ['Әбдіров', null],
    ['Салтыков-Щедрин', null],
    ['Yoʻldosheva', null],
    ["O'Connor", null],
    ['van der Berg', null],
    ['Nu\u0301n\u0303ez', null],
    ['山田', null],
    ['Müller Jr.', null],
    ['', 'blank'],
    ['  ', 'blank'],
    ['я'.repeat(100), null],
    ['я'.repeat(101), 'too-long'],
    ['Ким2', 'unexpected-character'],
    ['Ким\u0000', 'unexpected-character'],
    ['Ким\u202e', 'unexpected-character'],
    ['Ким\n', 'unexpected-character'],
    ['<b>', 'unexpected-character'],
    ['-', 'unexpected-character'],
    ['Кoвалёв', 'mixed-scripts'],
    ['Αlina', 'mixed-scripts'],
  ])('as its bearer writes it, %j: %s', (part, problem) => expect(nativePartProblem(part)).toBe(problem));

  it.each([
    ['Abdirov', null],
    ["O'Connor-Smith van", null],
    ['', 'blank'],
    [' ', 'blank'],
    ['A'.repeat(101), 'too-long'],
    ['Ábdirov', 'not-latin'],
    ['Аbdirov', 'not-latin'],
    ['O’Connor', 'not-latin'],
    ['Kim2', 'not-latin'],
    ["-'-", 'not-latin'],
    ['Kim\n', 'not-latin'],
  ])('as the passport prints it, %j: %s', (part, problem) => expect(latinPartProblem(part)).toBe(problem));
});

it.each([
  ['Данияр (Dan) Әбдіров', null],
  ['Agent 47', null],
  ['می\u200cخواهم', null],
  [' ', 'blank'],
  ['12345', 'unexpected-character'],
  ['Dan\u202eiyar', 'unexpected-character'],
  ['Dan\tiyar', 'unexpected-character'],
  ['я'.repeat(101), 'too-long'],
])('a display name %j: %s', (name, problem) => expect(displayNameProblem(name)).toBe(problem));

it.each([
  ['Әбдіров', 'Cyrl'],
  ['Țurcanu', 'Latn'],
  ['Հակոբյան', 'Armn'],
  ['ჯაფარიძე', 'Geor'],
  ['김', 'Kore'],
  ['ᐃᓄᒃ', null],
])('%s is written in %s', (name, script) => expect(scriptOf(name)).toBe(script));

it('keeps a text composed, without spaces around and in rows', () => {
  expect(tidy('  Й  Ким\u00a0 ')).toBe('Й Ким');
});
