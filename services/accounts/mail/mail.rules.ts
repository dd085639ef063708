/** Mails the portal sends, and for how many minutes what they bring works. Mails that bring nothing are news that long. */
export const VALID_MINUTES = {
  /** A link that proves the address given at sign-up. */
  VERIFY_ADDRESS: 24 * 60,
  /** The same as a code, for clients that ask for one. */
  VERIFICATION_CODE: 10,
  SIGN_IN_CODE: 10,
  /** A link to where a new password is chosen. */
  RESET_LINK: 60,
  RESET_CODE: 10,
  /** A reset code that stands for a link, for clients that named no page to lead to. */
  RESET_TOKEN: 60,
  /** Someone signed up with an address that has an account. */
  ALREADY_SIGNED_UP: 24 * 60,
  PASSWORD_CHANGED: 24 * 60,
} as const;

export type MailKind = keyof typeof VALID_MINUTES;

const MINUTE_MS = 60_000;

/** When what a mail brings stops working; it is not sent any more from then on. */
export function expiryOf(kind: MailKind, askedAt: Date): Date {
  return new Date(askedAt.getTime() + VALID_MINUTES[kind] * MINUTE_MS);
}

/** Escapes text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
