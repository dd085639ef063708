import { APIError, createAuthMiddleware } from 'better-auth/api';
import { tidyName } from './name.rules.ts';
import { isGuessable } from './password.rules.ts';

const NAMING = new Set(['/sign-up/email', '/update-user']);
const PASSWORD_SETTING = new Set([
  '/sign-up/email',
  '/reset-password',
  '/email-otp/reset-password',
  '/change-password',
]);

/**
 * Looks at names and passwords before they are taken: a name is put in order, a password that is guessed first is
 * refused. How long a password is, the library looks at itself.
 */
export const checkNewCredentials = createAuthMiddleware(async (ctx) => {
  const body: Readonly<Record<string, unknown>> = ctx.body ?? {};
  if (PASSWORD_SETTING.has(ctx.path)) {
    const password = body.newPassword ?? body.password;
    const email = typeof body.email === 'string' ? body.email : null;
    if (typeof password === 'string' && isGuessable(password, email)) throw refusal('PASSWORD_TOO_COMMON');
  }
  if (NAMING.has(ctx.path) && typeof body.name === 'string') {
    const name = tidyName(body.name);
    if (name === null) throw refusal('NAME_INVALID');
    return { context: { body: { ...body, name } } };
  }
});

function refusal(code: 'PASSWORD_TOO_COMMON' | 'NAME_INVALID'): APIError {
  return new APIError('BAD_REQUEST', { code, message: code });
}
