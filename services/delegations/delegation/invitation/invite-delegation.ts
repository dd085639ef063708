import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { addressKey as keyOf } from '../../../shared/events/sealed-payload.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { inAllLanguages, notify } from '../../../shared/mail/notice.ts';
import { countryName } from '../../country/country-name.rules.ts';
import type { QuotaCategory } from '../../nomination/nomination.rules.ts';
import { DelegationStatus, type PartyType } from '../delegation.rules.ts';
import { EditionCalendar } from '../edition-calendar/edition-calendar.entity.ts';
import { takesInvitations } from '../edition-calendar/edition-calendar.rules.ts';
import { FocalPoint } from '../focal-point/focal-point.entity.ts';
import { FocalPointStatus } from '../focal-point/focal-point.rules.ts';
import { personByAddressKey } from '../known-address/known-address.ts';
import { say } from '../messages.ts';
import { capacityRefusal, type QuotasExceed } from '../reserve/capacity.rules.ts';
import { lockCapacity } from '../reserve/lock-capacity.ts';
import { tellReserve } from '../reserve/tell-reserve.ts';
import type { GivenQuota } from './invitation.rules.ts';

export interface InviteDelegation {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly editionId: string;
  readonly country: string;
  readonly partyType: PartyType;
  /** Checked already, like the country. */
  readonly quotas: readonly GivenQuota<QuotaCategory>[];
  readonly focalPointEmail: string | null;
}

export interface Inviting {
  readonly keys: KeyRing;
  /** Where people reach the portal. */
  readonly publicUrl: string;
}

export type InviteDelegationOutcome =
  | { readonly delegationId: string }
  | { readonly refusal: 'edition-not-found' | 'idempotency-key-reused' }
  | { readonly refusal: 'edition-over'; readonly status: string }
  | QuotasExceed
  | { readonly refusal: 'delegation-exists'; readonly delegationId: string };

/**
 * Invites a state or organisation to an edition, with places by category, and writes to whoever is to act for it.
 *
 * The address itself is not kept: whoever signs in with it is known by what stands for it. Of two who invite the same
 * party at once, the second is told of the first's.
 */
export function inviteDelegation(
  em: EntityManager,
  inviting: Inviting,
  command: InviteDelegation,
  now: Date,
): Promise<InviteDelegationOutcome> {
  const { actorId, idempotencyKey: key, ...input } = command;
  return em.transactional((tx) =>
    once<InviteDelegationOutcome>(tx, { actorId, operation: 'inviteDelegation', key, input }, now, () =>
      invite(tx, inviting, command, now),
    ),
  );
}

async function invite(
  tx: EntityManager,
  inviting: Inviting,
  command: InviteDelegation,
  now: Date,
): Promise<InviteDelegationOutcome> {
  const { actorId, editionId, country, partyType, quotas, focalPointEmail } = command;
  const edition = await tx.findOne(EditionCalendar, editionId);
  if (!edition) return { refusal: 'edition-not-found' };
  if (!takesInvitations(edition.status)) return { refusal: 'edition-over', status: edition.status };
  const seats = await lockCapacity(tx, editionId);
  const asked = quotas.reduce((sum, { allocated }) => sum + allocated, 0);
  const exceeded = capacityRefusal(seats, asked);
  if (exceeded) {
    const present = await presentDelegation(tx, command);
    return present === null ? exceeded : { refusal: 'delegation-exists', delegationId: present };
  }
  const id = newId('delegation');
  const made = await tx.execute(
    `insert into delegation (id, edition_id, country_code, party_type, status) values (?, ?, ?, ?, ?)
     on conflict do nothing returning id`,
    [id, editionId, country, partyType, DelegationStatus.INVITED],
  );
  if (made.length === 0) {
    const present = await presentDelegation(tx, command);
    if (present === null) throw new Error(`a delegation of ${country} to ${editionId} is there and is not`);
    return { refusal: 'delegation-exists', delegationId: present };
  }

  for (const { category, allocated } of quotas) {
    await tx.execute('insert into quota (delegation_id, category, allocated) values (?, ?, ?)', [
      id,
      category,
      allocated,
    ]);
  }
  const changes = [
    { field: 'status', from: null, to: DelegationStatus.INVITED },
    { field: 'edition', from: null, to: editionId },
    { field: 'country', from: null, to: country },
    { field: 'partyType', from: null, to: partyType },
    ...quotas.map(({ category, allocated }) => ({ field: `quota.${category}`, from: null, to: allocated })),
  ];
  audit(tx, { actorId, command: 'inviteDelegation', subjectId: id, changes }, now);
  publish(tx, 'DelegationInvited', { delegationId: id, editionId, country, partyType }, now);
  await tellReserve(tx, [id], now);
  if (focalPointEmail !== null) await inviteFocalPoint(tx, inviting, { ...command, id, edition, focalPointEmail }, now);
  return { delegationId: id };
}

/** The delegation of the same party, which stands in the way of another; null where there is none. */
async function presentDelegation(
  tx: EntityManager,
  { editionId, country, partyType }: InviteDelegation,
): Promise<string | null> {
  const [present] = await tx.execute<{ id: string }[]>(
    `select id from delegation where edition_id = ? and country_code = ?
       and (party_type = 'ORGANISATION') = (?::text = 'ORGANISATION')
     order by id limit 1`,
    [editionId, country, partyType],
  );
  return present?.id ?? null;
}

interface Invited {
  readonly id: string;
  readonly actorId: string;
  readonly country: string;
  readonly edition: EditionCalendar;
  readonly focalPointEmail: string;
}

async function inviteFocalPoint(
  tx: EntityManager,
  { keys, publicUrl }: Inviting,
  { id, actorId, country, edition, focalPointEmail: address }: Invited,
  now: Date,
): Promise<void> {
  const addressKey = keyOf(keys, address);
  tx.create(FocalPoint, {
    id: newId('focal_point'),
    delegationId: id,
    personId: await personByAddressKey(tx, addressKey),
    addressKey,
    status: FocalPointStatus.INVITED,
    since: now,
    invitedById: actorId,
  });
  const { year } = edition;
  const notice = {
    subject: inAllLanguages((locale) =>
      say('INVITATION_SUBJECT', locale, { country: countryName(country, locale), year: String(year) }),
    ),
    paragraphs: [
      inAllLanguages((locale) =>
        say('INVITATION_TEXT', locale, { country: countryName(country, locale), year: String(year) }),
      ),
      inAllLanguages((locale) => say('INVITATION_STEPS', locale)),
    ],
    link: { url: publicUrl, label: inAllLanguages((locale) => say('INVITATION_LINK', locale)) },
  };
  notify(tx, keys, { to: { address }, notice, about: id, expiresAt: edition.startsAt ?? null }, now);
}
