import type { EntityManager } from '@mikro-orm/postgresql';
import { inAllLanguages, type Notice, notifyEach } from '../../shared/mail/notice.ts';
import { countryName } from '../country/country-name.rules.ts';
import type { Postage } from '../nomination/nominee/tell-nominees.ts';
import type { CredentialsDecision, CredentialsItem } from './credentials.rules.ts';
import type { DelegationDecision } from './delegation/delegation-decision.rules.ts';
import { say } from './messages.ts';

export interface ToldDecision {
  readonly nominationId: string;
  /** The nominee; null for somebody without an account. */
  readonly personId: string | null;
  readonly delegationId: string;
  readonly countryCode: string;
  readonly decision: CredentialsDecision;
  /** What is still to come where they are admitted provisionally. */
  readonly missing: readonly CredentialsItem[];
}

/** Has a nominee and their delegation's focal points told what was decided. The officer's note stays on the portal. */
export async function tellDecision(tx: EntityManager, postage: Postage, told: ToldDecision, now: Date): Promise<void> {
  const { nominationId: about, personId, delegationId, countryCode, decision, missing } = told;
  const body = [
    inAllLanguages((locale) => say(decision, locale, { country: countryName(countryCode, locale) })),
    ...(missing.length > 0
      ? [inAllLanguages((locale) => say('STILL_MISSING', locale, { items: listOf(locale) }))]
      : []),
  ];
  const focalPoints = (await focalPointsOf(tx, delegationId)).filter((one) => one !== personId);
  const notices = [
    ...(personId === null ? [] : [{ to: personId, subject: 'NOMINEE_SUBJECT' as const }]),
    ...focalPoints.map((to) => ({ to, subject: 'FOCAL_POINT_SUBJECT' as const })),
  ].map(({ to, subject }) => ({
    to: { personId: to },
    notice: noticeOf(postage, countryCode, subject, body),
    about,
    expiresAt: null,
  }));
  if (notices.length > 0) await notifyEach(tx, postage.keys, notices, now);

  function listOf(locale: string): string {
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(missing.map((item) => say(item, locale)));
  }
}

export interface ToldDelegation {
  readonly delegationId: string;
  readonly countryCode: string;
  readonly decision: DelegationDecision;
}

/** Has a delegation's focal points told what was decided about it as a whole. */
export async function tellDelegation(
  tx: EntityManager,
  postage: Postage,
  { delegationId: about, countryCode, decision }: ToldDelegation,
  now: Date,
): Promise<void> {
  const country = (locale: string) => ({ country: countryName(countryCode, locale) });
  const body = [inAllLanguages((locale) => say(`DELEGATION_${decision}`, locale, country(locale)))];
  const notice = noticeOf(postage, countryCode, 'DELEGATION_SUBJECT', body);
  const focalPoints = await focalPointsOf(tx, about);
  const notices = focalPoints.map((personId) => ({ to: { personId }, notice, about, expiresAt: null }));
  if (notices.length > 0) await notifyEach(tx, postage.keys, notices, now);
}

function noticeOf(
  { publicUrl }: Postage,
  countryCode: string,
  subject: 'NOMINEE_SUBJECT' | 'FOCAL_POINT_SUBJECT' | 'DELEGATION_SUBJECT',
  body: Notice['paragraphs'],
): Notice {
  return {
    subject: inAllLanguages((locale) => say(subject, locale, { country: countryName(countryCode, locale) })),
    paragraphs: [...body, inAllLanguages((locale) => say('SEE_PORTAL', locale))],
    link: { url: `${publicUrl}/`, label: inAllLanguages((locale) => say('PORTAL_LINK', locale)) },
  };
}

/** Who acts for a delegation now. */
async function focalPointsOf(tx: EntityManager, delegationId: string): Promise<string[]> {
  const rows = await tx.execute<{ person_id: string }[]>(
    `select person_id from focal_point
     where delegation_id = ? and status = 'CONFIRMED' and person_id is not null order by person_id`,
    [delegationId],
  );
  return rows.map(({ person_id: personId }) => personId);
}
