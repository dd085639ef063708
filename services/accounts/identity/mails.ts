import type { GenericEndpointContext } from 'better-auth';
import type { Logger } from '../../shared/logger.ts';
import type { MailRequest } from '../mail/mail-queue.ts';
import { askedLocale } from './answers/asked-locale.rules.ts';

export interface IdentityMails {
  /** Puts a mail on its way. */
  readonly ask: (mail: MailRequest) => Promise<void>;
  readonly log: Logger;
}

interface Account {
  readonly id: string;
}

const CODES = {
  'sign-in': 'SIGN_IN_CODE',
  'email-verification': 'VERIFICATION_CODE',
  'forget-password': 'RESET_CODE',
} as const;

/** The mails of sign-up and sign-in, as the library calls for them. */
export function identityMails({ ask, log }: IdentityMails) {
  /** Never rejects: an answer that fails where there is a mail to send would tell that there is. */
  async function send(mail: Omit<MailRequest, 'locale'>, headers: Headers | undefined): Promise<void> {
    const locale = askedLocale(headers?.get('accept-language'));
    await ask({ ...mail, locale }).catch((err: unknown) => log.error({ kind: mail.kind, err }, 'mail not asked for'));
  }

  return {
    verifyAddress: ({ user, url }: { user: Account; url: string }, request?: Request) =>
      send({ kind: 'VERIFY_ADDRESS', personId: user.id, secret: url }, request?.headers),

    /** A link where the client named a page of its own to lead to, else the code that stands for it. */
    resetPassword: ({ user, url, token }: { user: Account; url: string; token: string }, request?: Request) => {
      const leadsSomewhere = new URL(url).searchParams.get('callbackURL') !== '';
      const mail = leadsSomewhere
        ? ({ kind: 'RESET_LINK', secret: url } as const)
        : ({ kind: 'RESET_TOKEN', secret: token } as const);
      return send({ ...mail, personId: user.id }, request?.headers);
    },

    alreadySignedUp: ({ user }: { user: Account }, request?: Request) =>
      send({ kind: 'ALREADY_SIGNED_UP', personId: user.id, secret: null }, request?.headers),

    passwordChanged: ({ user }: { user: Account }, request?: Request) =>
      send({ kind: 'PASSWORD_CHANGED', personId: user.id, secret: null }, request?.headers),

    code: async (
      { email, otp, type }: { email: string; otp: string; type: keyof typeof CODES | 'change-email' },
      ctx?: GenericEndpointContext,
    ): Promise<void> => {
      const found = await ctx?.context.internalAdapter.findUserByEmail(email);
      if (!found || type === 'change-email') return;
      await send({ kind: CODES[type], personId: found.user.id, secret: otp }, ctx?.headers ?? ctx?.request?.headers);
    },
  };
}
