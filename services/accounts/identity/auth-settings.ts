import type { GenericEndpointContext } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { bearer, emailOTP, oneTimeToken } from 'better-auth/plugins';
import type pg from 'pg';
import { CLIENT_ADDRESS_HEADER } from '../../shared/http/gateway-headers.ts';
import { newId } from '../../shared/ids.ts';
import { VALID_MINUTES } from '../mail/mail.rules.ts';
import { STATE_COOKIE } from './answers/cookies.ts';
import { checkNewCredentials } from './credentials/new-credentials.ts';
import { PASSWORD_LENGTH } from './credentials/password.rules.ts';
import type { IdentityOptions } from './identity.ts';
import { identityMails } from './mails.ts';
import { openIdConnect } from './open-id-connect.ts';
import { rateLimits } from './rate-limits.ts';

const MINUTE = 60;
const SERVER_FAULT = 500;
const CODE_DIGITS = 8;
const CODE_ATTEMPTS = 5;
const ONE_TIME_TOKEN_MINUTES = 2;

/** Where limits are counted: in the database, so that they hold for all processes together. */
export const RATE_LIMIT_STORAGE = 'database';

/** Paths the portal has no use for; each would be one more to keep safe. */
const UNUSED_PATHS = [
  '/change-email',
  '/email-otp/change-email',
  '/email-otp/request-email-change',
  '/email-otp/check-verification-otp',
  '/forget-password/email-otp',
  '/one-time-token/generate',
  '/link-social',
  '/unlink-account',
  '/get-access-token',
  '/refresh-token',
  '/account-info',
  '/delete-user',
  '/delete-user/callback',
  '/update-session',
];

/** How the library is set up. */
export function authSettings(options: IdentityOptions, pool: pg.Pool) {
  const mails = identityMails({ ask: options.askForMail, log: options.log });
  return {
    appName: 'Erikti',
    baseURL: options.publicUrl,
    basePath: '/auth',
    secret: options.secret,
    database: pool,
    // Where links and round trips may lead.
    trustedOrigins: [options.publicUrl],
    disabledPaths: UNUSED_PATHS,
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: options.requireVerifiedEmail,
      // A token for new people alone would tell who is new. They sign in next.
      autoSignIn: false,
      minPasswordLength: PASSWORD_LENGTH.minimum,
      maxPasswordLength: PASSWORD_LENGTH.maximum,
      sendResetPassword: mails.resetPassword,
      resetPasswordTokenExpiresIn: VALID_MINUTES.RESET_LINK * MINUTE,
      revokeSessionsOnPasswordReset: true,
      onExistingUserSignUp: mails.alreadySignedUp,
      onPasswordReset: async ({ user }: { user: { id: string } }, request?: Request) => {
        // Whoever chose the password read the mail.
        await pool.query('update "user" set "emailVerified" = true where id = $1', [user.id]);
        await mails.passwordChanged({ user }, request);
      },
    },
    emailVerification: {
      sendVerificationEmail: mails.verifyAddress,
      sendOnSignUp: options.requireVerifiedEmail,
      // For whoever lost the first mail; the password was right.
      sendOnSignIn: true,
      expiresIn: VALID_MINUTES.VERIFY_ADDRESS * MINUTE,
    },
    plugins: [
      bearer(),
      emailOTP({
        sendVerificationOTP: mails.code,
        otpLength: CODE_DIGITS,
        expiresIn: VALID_MINUTES.SIGN_IN_CODE * MINUTE,
        allowedAttempts: CODE_ATTEMPTS,
        storeOTP: 'encrypted',
        // A code for an address that nobody signed up with would tell that it is free.
        disableSignUp: true,
      }),
      oneTimeToken({ expiresIn: ONE_TIME_TOKEN_MINUTES, storeToken: 'hashed' }),
      ...(options.openIdConnect ? [openIdConnect(options.openIdConnect)] : []),
    ],
    hooks: { before: checkNewCredentials },
    // What is found in the database opens nothing.
    verification: { storeIdentifier: 'hashed' as const },
    account: { encryptOAuthTokens: true },
    rateLimit: { enabled: options.rateLimits, storage: RATE_LIMIT_STORAGE, ...rateLimits } as const,
    advanced: {
      cookies: { state: STATE_COOKIE },
      database: {
        generateId: ({ model }: { model: string }) => newId(model === 'user' ? 'person' : model.toLowerCase()),
      },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      // There are no cookies to protect; see `cookies.ts`.
      disableCSRFCheck: true,
      // Said outright: without it, the library looks at where links lead in production alone.
      disableOriginCheck: false,
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }: { userId: string }, request: GenericEndpointContext | null) => {
            const user = await request?.context.internalAdapter.findUserById(userId);
            if (!user) return;
            const isProven = user.emailVerified || !options.requireVerifiedEmail;
            await options.onSignIn({ id: user.id, displayName: user.name, email: user.email, isProven });
          },
        },
      },
    },
    telemetry: { enabled: false },
    onAPIError: {
      // Refusals are answers; what is noted is faults of ours.
      onError: (err: unknown) => {
        if (!isAPIError(err) || err.statusCode >= SERVER_FAULT) options.log.error({ err }, 'identity');
      },
    },
    logger: {
      level: 'warn' as const,
      log: (level: string, message: string) => options.log[level === 'error' ? 'error' : 'warn']({}, message),
    },
  };
}
