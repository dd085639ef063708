import pino from 'pino';

/** Secret of every portal under test: role passwords are the same all over the cluster. */
export const TEST_SECRET = 'a secret for tests that is long enough';

/** What encrypts in portals under test that run in processes of their own. */
export const TEST_ENCRYPTION_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;

/** Password of the demo people in tests. */
export const TEST_PASSWORD = 'a password for tests';

export const silentLog = pino({ level: 'silent' });
