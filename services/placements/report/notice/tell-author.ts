import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { inAllLanguages, notify } from '../../../shared/mail/notice.ts';
import type { DutyReport } from '../report.entity.ts';
import { DutyReportState } from '../report.rules.ts';
import { sayInMail } from './messages.ts';

/** What mails are sealed with, and where they lead. */
export interface Postage {
  readonly keys: KeyRing;
  /** Where people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
}

/** Has whoever handed in a report told that it was accepted, or returned and why. */
export function tellAuthor(tx: EntityManager, { keys, publicUrl }: Postage, report: DutyReport, now: Date): void {
  const { id: about, kind, state, submittedById: personId } = report;
  if (!personId) throw new Error(`nobody has handed in the report ${about}`);
  const outcome = state === DutyReportState.ACCEPTED ? 'ACCEPTED' : 'RETURNED';
  const subject = inAllLanguages((language) =>
    sayInMail(`${outcome}_SUBJECT`, language, { report: sayInMail(kind, language) }),
  );
  const text = inAllLanguages((language) => sayInMail(`${outcome}_TEXT`, language));
  const note = outcome === 'RETURNED' ? (report.note ?? null) : null;
  const paragraphs = [text, ...(note === null ? [] : [inAllLanguages(() => note)])];
  const link = { url: `${publicUrl}/`, label: inAllLanguages((language) => sayInMail('LINK', language)) };
  notify(tx, keys, { to: { personId }, notice: { subject, paragraphs, link }, about, expiresAt: null }, now);
}
