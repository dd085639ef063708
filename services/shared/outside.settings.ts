import { z } from 'zod';
import { SettingsRefusal } from './settings.ts';

/** A mail server, or a folder for a portal without one. */
export type MailDelivery =
  | { readonly smtpUrl: string; readonly from: string }
  | { readonly smtpUrl: null; readonly folder: string };

/** A provider that people may sign in with. */
export interface OpenIdConnect {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people know it. */
  readonly name: string;
}

const SMTP = 'write a mail server, smtp://user:password@host:587 or smtps://user:password@host:465';
const SENDER = 'write the sender of mails, such as Erikti <portal@erikti.example>';
/** An address, or a name and an address in angle brackets. Nothing that could begin another header. */
const sender = z.string().regex(/^(?:[^<>\p{Cc}]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u, SENDER);

/** Settings of what the portal reaches outside: a mail server, and a provider to sign in with. */
export const outsideShape = {
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: SMTP }).optional(),
  MAIL_FROM: sender.optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'write the address of the provider, such as https://id.example' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'a name of at most 60 characters').optional(),
};

type Given = z.infer<z.ZodObject<typeof outsideShape>>;

/** The mail server; null when none is set. Throws `SettingsRefusal` for one without a sender. */
export function mailServerOf({ SMTP_URL, MAIL_FROM }: Given): MailDelivery | null {
  if (SMTP_URL === undefined) return null;
  if (MAIL_FROM === undefined) throw new SettingsRefusal(`MAIL_FROM: ${SENDER}`);
  return { smtpUrl: SMTP_URL, from: MAIL_FROM };
}

/** The provider; null when none is set. Throws `SettingsRefusal` for half of one. */
export function openIdConnectOf(given: Given): OpenIdConnect | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = given;
  const all = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name };
  const missing = Object.entries(all).flatMap(([setting, value]) => (value === undefined ? [setting] : []));
  if (missing.length === Object.keys(all).length) return null;
  if (!issuer || !clientId || !clientSecret || !name) {
    throw new SettingsRefusal(`${missing.join(', ')}: a sign-in provider needs all four OIDC_ settings, or none`);
  }
  return { issuer, clientId, clientSecret, name };
}
