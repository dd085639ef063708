import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventHandler, EventHandlers } from '../../shared/events/event.ts';
import { inAllLanguages, notifyEach, type Texts3 } from '../../shared/mail/notice.ts';
import { localize, type Texts } from '../../shared/text/localize.rules.ts';
import { DeedStatus } from '../campaign/deed/deed.rules.ts';
import { GrantStatus } from '../grant/grant.rules.ts';
import { OrganisationStatus } from '../organisation/organisation.rules.ts';
import { ProjectStatus } from '../project/project.rules.ts';
import { type noticeMessages, say } from './messages.ts';

/** An entry of a register, and who hears of what was decided about it. */
interface Entry {
  readonly status: string;
  /** Null where nobody gave one: its own people took the step, or there is nothing to explain. */
  readonly reason: string | null;
  readonly name: Texts;
  readonly reader_ids: string[];
}

interface Register {
  /** Which ID in the event says what moved. */
  readonly key: 'organisationId' | 'projectId' | 'grantId' | 'deedId';
  readonly entry: string;
  readonly subject: keyof typeof noticeMessages;
  /** What follows where it was approved. */
  readonly approved: keyof typeof noticeMessages;
  /** States that only a decision leads to. */
  readonly decided: readonly string[];
}

const REPRESENTATIVES = `array(select person_id from organisation_representative as one
  where one.organisation_id = organisation.id and one.until is null order by one.since, one.id) as reader_ids`;

const organisations: Register = {
  key: 'organisationId',
  entry: `select status, decision_reason as reason, name, ${REPRESENTATIVES} from organisation where id = ?`,
  subject: 'ORGANISATION_SUBJECT',
  approved: 'ORGANISATION_APPROVED_TEXT',
  decided: [OrganisationStatus.APPROVED, OrganisationStatus.REJECTED, OrganisationStatus.SUSPENDED],
};
const projects: Register = {
  key: 'projectId',
  entry: `select project.status, project.decision_reason as reason, title as name, ${REPRESENTATIVES}
    from project join organisation on organisation.id = organisation_id where project.id = ?`,
  subject: 'PROJECT_SUBJECT',
  approved: 'PROJECT_APPROVED_TEXT',
  decided: [ProjectStatus.APPROVED, ProjectStatus.REJECTED],
};
const grants: Register = {
  key: 'grantId',
  entry: `select small_grant.status, small_grant.decision_reason as reason, title as name, ${REPRESENTATIVES}
    from small_grant join project on project.id = project_id join organisation on organisation.id = organisation_id
    where small_grant.id = ?`,
  subject: 'GRANT_SUBJECT',
  approved: 'GRANT_APPROVED_TEXT',
  decided: [GrantStatus.APPROVED, GrantStatus.REJECTED, GrantStatus.ACCEPTED, GrantStatus.RETURNED],
};
const deeds: Register = {
  key: 'deedId',
  entry: `select status, decision_reason as reason, name, array[filed_by_id] as reader_ids
    from deed join campaign on campaign.id = campaign_id where deed.id = ?`,
  subject: 'DEED_SUBJECT',
  approved: 'DEED_APPROVED_TEXT',
  decided: [DeedStatus.APPROVED, DeedStatus.REJECTED],
};

const PARTICIPANTS = 'select person_id from participation where project_id = ? and left_at is null order by id';

/** Volunteers hear that their project does not take place; its organisation hears it where it did not decide so itself. */
const noteProject: EventHandler = async (tx, event, now, keys) => {
  await aboutDecision(projects)(tx, event, now, keys);
  const id = String(event.payload.projectId);
  const entry = await entryOf(tx, projects, id);
  if (event.payload.to !== ProjectStatus.CANCELLED || entry?.status !== ProjectStatus.CANCELLED) return;
  const volunteers = await tx.execute<{ person_id: string }[]>(PARTICIPANTS, [id]);
  const paragraphs = [inAllLanguages((locale) => say('PROJECT_LOST_TEXT', locale))];
  const notice = { subject: subjectOf(projects, entry), paragraphs };
  const notices = volunteers.map(({ person_id: personId }) => ({
    to: { personId },
    notice,
    about: id,
    expiresAt: null,
  }));
  await notifyEach(tx, keys, notices, now);
};

/** The mails about decisions of those who keep the registers, after the transaction that decided. */
export const decisionNotices: EventHandlers = {
  OrganisationMoved: aboutDecision(organisations),
  ProjectMoved: noteProject,
  GrantMoved: aboutDecision(grants),
  DeedMoved: aboutDecision(deeds),
};

/** Tells those whose entry it is; of a decision that does not stand any more there is nothing to tell. */
function aboutDecision(register: Register): EventHandler {
  return async (tx, { payload }, now, keys) => {
    const about = String(payload[register.key]);
    const entry = await entryOf(tx, register, about);
    if (!entry || entry.status !== payload.to) return;
    if (!register.decided.includes(entry.status) && entry.reason === null) return;
    const paragraphs = [
      inAllLanguages((locale) => say(entry.status === 'APPROVED' ? register.approved : 'DECIDED_TEXT', locale)),
      ...reasonOf(entry),
    ];
    const notice = { subject: subjectOf(register, entry), paragraphs };
    const notices = entry.reader_ids.map((personId) => ({ to: { personId }, notice, about, expiresAt: null }));
    await notifyEach(tx, keys, notices, now);
  };
}

async function entryOf(tx: EntityManager, { entry }: Register, id: string): Promise<Entry | undefined> {
  const [found] = await tx.execute<Entry[]>(entry, [id]);
  return found;
}

function subjectOf({ subject }: Register, { name, status }: Entry): Texts3 {
  return inAllLanguages((locale) => say(subject, locale, { name: localize(name, locale)?.text ?? '', status }));
}

function reasonOf({ reason }: Entry): Texts3[] {
  return reason === null ? [] : [inAllLanguages((locale) => say('REASON', locale, { reason }))];
}
