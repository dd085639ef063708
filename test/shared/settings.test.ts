import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  databaseUrl,
  httpOrigin,
  logLevel,
  onOff,
  port,
  readSettings,
  SettingsRefusal,
  secret,
} from '../../services/shared/settings.ts';

const shape = {
  PORT: port.optional(),
  DATABASE_URL: databaseUrl,
  SECRET: secret,
  PUBLIC_URL: httpOrigin.default('http://localhost:4000'),
  RATE_LIMITS: onOff.default(true),
  LOG_LEVEL: logLevel,
};
const given = { DATABASE_URL: 'postgres://localhost/portal', SECRET: 'x'.repeat(32) };

describe('the settings of a process', () => {
  it('are what was given, and else the defaults', () => {
    const read = readSettings(shape, { ...given, PORT: '4001', RATE_LIMITS: 'off', HOME: '/root' });

    expect(read).toEqual({
      ...given,
      PORT: 4001,
      PUBLIC_URL: 'http://localhost:4000',
      RATE_LIMITS: false,
      LOG_LEVEL: 'warn',
    });
  });

  it('count as absent when they are empty', () => {
    const empty = { PORT: '', PUBLIC_URL: '', RATE_LIMITS: '', LOG_LEVEL: '' };

    expect(readSettings(shape, { ...given, ...empty })).toEqual(readSettings(shape, given));
    expect(() => readSettings(shape, { ...given, SECRET: '' })).toThrow(SettingsRefusal);
  });

  it('are refused with a line for everything that is wrong', () => {
    const wrong = {
      PORT: 'http',
      DATABASE_URL: 'mysql://localhost',
      PUBLIC_URL: 'portal.example',
      RATE_LIMITS: 'maybe',
      LOG_LEVEL: 'loud',
    };

    expect(() => readSettings(shape, wrong)).toThrow(
      new SettingsRefusal(
        [
          'PORT: a port is a number from 0 to 65535',
          'DATABASE_URL: write a PostgreSQL URL, postgres://user:password@host:5432/database',
          'SECRET: a secret has at least 32 characters; make one with "openssl rand -base64 32"',
          'PUBLIC_URL: write where the portal is reached, such as https://portal.example',
          'RATE_LIMITS: write 1 or 0',
          'LOG_LEVEL: write fatal, error, warn, info, debug or silent',
        ].join('\n'),
      ),
    );
  });

  it('do not tell in a refusal what was given', () => {
    const wrong = { DATABASE_URL: 'mysql://owner:hunter2@localhost', SECRET: 'too short' };

    const refusal = refusalOf(() => readSettings(shape, wrong));

    expect(refusal).not.toContain('hunter2');
    expect(refusal).not.toContain('too short');
  });
});

describe.each<[string, z.ZodType, [string, unknown][], string[]]>([
  [
    'a port',
    port,
    [
      ['0', 0],
      ['80', 80],
      ['65535', 65_535],
    ],
    ['-1', '65536', '1.5', 'http', '80 81', '٣'],
  ],
  [
    'what is on or off',
    onOff,
    [
      ['1', true],
      ['true', true],
      ['on', true],
      ['0', false],
      ['false', false],
      ['off', false],
    ],
    ['yes', 'TRUE', '2', ' '],
  ],
  [
    'the URL of a database',
    databaseUrl,
    ['postgres://u:p@h:5432/d', 'postgresql://h/d', 'postgres:///d?host=/run/pg', 'postgres://[::1]/d'].map((url) => [
      url,
      url,
    ]),
    ['mysql://h/d', 'h/d', 'postgres', 'https://h/d'],
  ],
  [
    'where the portal is reached',
    httpOrigin,
    [
      ['https://portal.example', 'https://portal.example'],
      ['https://portal.example/', 'https://portal.example'],
      ['http://localhost:4000//', 'http://localhost:4000'],
    ],
    ['portal.example', 'ftp://portal.example', 'https://', '/'],
  ],
  [
    'a log level',
    logLevel,
    ['fatal', 'error', 'warn', 'info', 'debug', 'silent'].map((level) => [level, level]),
    ['loud', 'WARN', 'trace'],
  ],
  ['a secret', secret, [['x'.repeat(32), 'x'.repeat(32)]], ['x'.repeat(31), 'secret']],
])('%s', (_what, setting, accepted, refused) => {
  it.each(accepted)('may be %j', (text, value) => {
    expect(readSettings({ SETTING: setting }, { SETTING: text })).toEqual({ SETTING: value });
  });

  it.each(refused)('may not be %j', (text) => {
    expect(() => readSettings({ SETTING: setting }, { SETTING: text })).toThrow(SettingsRefusal);
  });
});

function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return String(error);
  }
  throw new Error('was not refused');
}
