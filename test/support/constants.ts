import pino from 'pino';

/** Secret of every portal under test: role passwords are the same all over the cluster. */
export const TEST_SECRET = 'a secret for tests that is long enough';

/** Password of the demo people in tests. */
export const TEST_PASSWORD = 'a password for tests';

export const silentLog = pino({ level: 'silent' });
