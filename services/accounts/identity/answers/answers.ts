import { z } from 'zod';
import { LONGEST_NAME } from '../credentials/name.rules.ts';
import { PASSWORD_LENGTH } from '../credentials/password.rules.ts';
import { askedLocale } from './asked-locale.rules.ts';
import { identityMessages, say } from './messages.ts';

const TOO_MANY = 429;
const BAD_REQUEST = 400;

/** How long an answer takes at least where the way to it differs between addresses that exist and others. */
const ALIKE_MS = 400;
const ALIKE_PATHS = new Set([
  '/sign-up/email',
  '/sign-in/email-otp',
  '/request-password-reset',
  '/email-otp/send-verification-otp',
  '/email-otp/request-password-reset',
  '/email-otp/reset-password',
  '/email-otp/verify-email',
]);

const Refusal = z.looseObject({ code: z.string().optional(), message: z.string().optional() });
const CODE_PATHS = /^\/(email-otp\/|sign-in\/email-otp$)/;
/** Each would tell that a code had been sent, and so that the address exists. */
const TELLING = new Set(['OTP_EXPIRED', 'TOO_MANY_ATTEMPTS', 'USER_NOT_FOUND']);

/** Answers no sooner than it would for any other address. */
export async function alike<T>(path: string, answer: () => Promise<T>): Promise<T> {
  if (!ALIKE_PATHS.has(path)) return answer();
  const [settled] = await Promise.allSettled([answer(), new Promise((resolve) => setTimeout(resolve, ALIKE_MS))]);
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

/** Says refusals in the client's language, tells nothing of who has an account, and names when to come back. */
export async function plainAnswer(path: string, request: Request, response: Response): Promise<Response> {
  if (response.status < BAD_REQUEST) return response;
  const locale = askedLocale(request.headers.get('accept-language')) ?? 'en';
  if (response.status === TOO_MANY) return tooMany(response, locale);

  const refusal = await refusalOf(response);
  if (!refusal) return response;
  const code = codeFor(path, refusal);
  if (!isKnown(code)) return response;
  const values = {
    minimum: PASSWORD_LENGTH.minimum,
    maximum: code === 'NAME_INVALID' ? LONGEST_NAME : PASSWORD_LENGTH.maximum,
  };
  return answer(code === refusal.code ? response.status : BAD_REQUEST, response.headers, {
    ...refusal,
    code,
    message: say(code, locale, values),
  });
}

function codeFor(path: string, { code, message }: z.infer<typeof Refusal>): string | undefined {
  if (CODE_PATHS.test(path) && TELLING.has(code ?? '')) return 'INVALID_OTP';
  return code === 'VALIDATION_ERROR' && message?.startsWith('[body.email]') ? 'INVALID_EMAIL' : code;
}

function tooMany(response: Response, locale: string): Response {
  const seconds = Number(response.headers.get('x-retry-after') ?? 1);
  const headers = new Headers(response.headers);
  headers.delete('x-retry-after');
  headers.set('retry-after', String(seconds));
  return answer(TOO_MANY, headers, {
    code: 'TOO_MANY_REQUESTS',
    message: say('TOO_MANY_REQUESTS', locale, { seconds }),
  });
}

async function refusalOf(response: Response): Promise<z.infer<typeof Refusal> | null> {
  if (!response.headers.get('content-type')?.startsWith('application/json')) return null;
  const body: unknown = await response.clone().json();
  return Refusal.safeParse(body).data ?? null;
}

function answer(status: number, headers: Headers, body: object): Response {
  const sent = new Headers(headers);
  sent.delete('content-length');
  sent.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { status, headers: sent });
}

function isKnown(code: string | undefined): code is keyof typeof identityMessages {
  return code !== undefined && Object.hasOwn(identityMessages, code);
}
