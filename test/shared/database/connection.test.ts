import { describe, expect, it } from 'vitest';
import { connectionFromUrl, type DatabaseConnection } from '../../../services/shared/database/connection.ts';

const local: DatabaseConnection = {
  host: 'localhost',
  port: 5432,
  user: 'postgres',
  password: '',
  database: 'postgres',
  ssl: false,
};

describe('the URL of a database', () => {
  it.each<[string, string, Partial<DatabaseConnection>]>([
    [
      'everything',
      'postgres://owner:secret@db.example:6543/portal',
      { host: 'db.example', port: 6543, user: 'owner', password: 'secret', database: 'portal' },
    ],
    ['next to nothing', 'postgresql://localhost', {}],
    [
      'the long protocol',
      'postgresql://owner@db.example/portal',
      { host: 'db.example', user: 'owner', database: 'portal' },
    ],
    [
      'the folder of a socket',
      'postgres:///portal?host=/run/postgresql',
      { host: '/run/postgresql', database: 'portal' },
    ],
    [
      'a user and the folder of a socket',
      'postgres://owner:secret@localhost:6543/portal?host=%2Fvar%2Frun%2Fmy%20socket',
      { host: '/var/run/my socket', port: 6543, user: 'owner', password: 'secret', database: 'portal' },
    ],
    [
      'the folder of a socket as a host',
      'postgres://owner@%2Frun%2Fpg:6543/portal',
      { host: '/run/pg', port: 6543, user: 'owner', database: 'portal' },
    ],
    [
      'escapes',
      'postgres://own%40er:p%3A%2F%40%25%20ss@db.example/my%20portal',
      { host: 'db.example', user: 'own@er', password: 'p:/@% ss', database: 'my portal' },
    ],
    ['an IPv6 address', 'postgres://[::1]:6543/portal', { host: '::1', port: 6543, database: 'portal' }],
  ])('may say %s', (_case, url, expected) => expect(connectionFromUrl(url)).toEqual({ ...local, ...expected }));

  it.each([
    ['', false],
    ['?sslmode=disable', false],
    ['?sslmode=allow', false],
    ['?sslmode=prefer', false],
    ['?sslmode=require', true],
    ['?sslmode=verify-ca', true],
    ['?sslmode=verify-full', true],
    ['?application_name=x&sslmode=require', true],
  ])('with %j decides on TLS', (query, ssl) => {
    expect(connectionFromUrl(`postgres://localhost/postgres${query}`)).toEqual({ ...local, ssl });
  });

  it.each([['mysql://localhost/portal'], ['http://localhost:5432/portal'], ['localhost/portal'], [''], ['postgres']])(
    'is not %j',
    (url) => expect(() => connectionFromUrl(url)).toThrow(TypeError),
  );
});
