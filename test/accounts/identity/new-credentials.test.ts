import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedLocale } from '../../../services/accounts/identity/answers/asked-locale.rules.ts';
import { LONGEST_NAME, tidyName } from '../../../services/accounts/identity/credentials/name.rules.ts';
import { isGuessable } from '../../../services/accounts/identity/credentials/password.rules.ts';
import { type Accounts, GOOD_PASSWORD, givenAccount, openAccounts, signIn } from './open-accounts.ts';

describe('a password that is guessed first', () => {
  it.each([
    ['a common word with digits', 'password123456'],
    ['a common word in capitals with signs', '!!Password!!'],
    ['letters written as digits', 'P@ssw0rd2026'],
    ['a common word twice', 'Password-password1'],
    ['a common word in Russian', 'пароль123456'],
    ['a common word in Kazakh', 'Құпиясөз2026'],
    ['the capital and the year', 'Astana2026!'],
    ['a row of the keyboard', 'qwertyuiop'],
    ['two runs over the keyboard', '1234567890qwerty'],
    ['a row of the keyboard in Russian', 'йцукенгшщз'],
    ['the alphabet backwards', 'zyxwvutsrqp'],
    ['one character', 'aaaaaaaaaaaa'],
    ['a few characters again and again', 'abcdeabcdeabcde'],
    ['the address', 'aida@people.example'],
    ['what stands before the @ of the address', 'aida.sh@2026', 'aida.sh@people.example'],
  ])('is refused: %s', (_case, password, email = 'aida@people.example') => {
    expect(isGuessable(password, email)).toBe(true);
  });

  it.each([
    'a password for tests',
    'seven quiet otters',
    'correct donkey battery paperclip',
    'жеті тыныш құндыз',
    'h7#Kd9!mQ2xz',
    'passwords are boring',
    'i met aida in astana',
  ])('is not "%s"', (password) => {
    expect(isGuessable(password, 'aida@people.example')).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    ['is kept as it is typed', 'Әсел Нұрланқызы', 'Әсел Нұрланқызы'],
    ['has its spaces put in order', '  Jean \u00A0 Luc ', 'Jean Luc'],
    ['is kept in one Unicode form', 'Zoe\u0308', 'Zoë'],
    ['may be one letter', 'Ы', 'Ы'],
    ['may be as long as names get', 'a'.repeat(LONGEST_NAME), 'a'.repeat(LONGEST_NAME)],
    ['is no longer', 'a'.repeat(LONGEST_NAME + 1), null],
    ['is not empty', '   ', null],
    ['is more than signs', '-- !', null],
    ['holds no line break', 'Aida\r\nBcc: all@people.example', null],
    ['holds nothing that turns the text around', 'Aida\u202Eadmin', null],
    ['holds no character that nobody sees', 'Aida\u0000', null],
  ])('%s', (_case, typed, kept) => {
    expect(tidyName(typed)).toBe(kept);
  });
});

describe('the language of a request', () => {
  it.each([
    ['kk', 'kk'],
    ['ru-KZ,ru;q=0.9,en;q=0.8', 'ru'],
    ['en;q=0.1, KK;q=0.9', 'kk'],
    ['de, fr;q=0.9, ru;q=0.2', 'ru'],
    ['ru;q=0, en', 'en'],
    ['de', null],
    ['*', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (header, locale) => {
    expect(askedLocale(header)).toBe(locale);
  });
});

describe('sign-up and changes of passwords', () => {
  let accounts: Accounts;
  beforeAll(async () => {
    accounts = await openAccounts();
  });
  afterAll(() => accounts?.close());

  it.each([
    [
      'a password of nine characters',
      { password: 'seven otr' },
      'PASSWORD_TOO_SHORT',
      'A password has at least 10 characters.',
    ],
    [
      'a password without end',
      { password: 'long '.repeat(30) },
      'PASSWORD_TOO_LONG',
      'A password has at most 128 characters.',
    ],
    [
      'a password that is guessed first',
      { password: 'Password2026' },
      'PASSWORD_TOO_COMMON',
      'This password is easy to guess. Take a few random words.',
    ],
    ['a name of two lines', { name: 'Aida\nAdmin' }, 'NAME_INVALID', 'Give a name: one line, at most 120 characters.'],
    ['what is no address', { email: 'aida\r\n@people.example' }, 'INVALID_EMAIL', 'This is no email address.'],
  ])('refuse %s, and nobody is there afterwards', async (_case, wrong, code, message) => {
    const typed = { email: 'refused@people.example', password: GOOD_PASSWORD, name: 'Aida', ...wrong };

    const { status, body } = await accounts.post('/auth/sign-up/email', typed);

    expect({ status, body }).toEqual({ status: 400, body: { code, message } });
    expect(await accounts.query('select from identity."user"')).toEqual([]);
  });

  it('refuse in the language of the request', async () => {
    const typed = { email: 'refused@people.example', password: 'short', name: 'Aida' };

    const answers = await Promise.all(
      ['kk', 'ru'].map((language) => accounts.post('/auth/sign-up/email', typed, { 'accept-language': language })),
    );

    expect(answers.map(({ body }) => body.message)).toEqual([
      'Құпиясөзде кемінде 10 таңба болсын.',
      'В пароле должно быть не меньше 10 символов.',
    ]);
  });

  it('refuse a guessable password also to those who have an account', async () => {
    const email = 'changing@people.example';
    await givenAccount(accounts, email);
    const headers = { authorization: `Bearer ${await signIn(accounts, email)}` };

    const change = { currentPassword: GOOD_PASSWORD, newPassword: 'qwertyuiop' };
    const answers = [
      await accounts.post('/auth/change-password', change, headers),
      await accounts.post('/auth/reset-password', { token: 'any', newPassword: 'qwertyuiop' }),
      await accounts.post('/auth/email-otp/reset-password', { email, otp: '00000000', password: 'qwertyuiop' }),
      await accounts.post('/auth/update-user', { name: 'A\u0007' }, headers),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual([
      'PASSWORD_TOO_COMMON',
      'PASSWORD_TOO_COMMON',
      'PASSWORD_TOO_COMMON',
      'NAME_INVALID',
    ]);
  });
});
