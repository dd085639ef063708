import { describe, expect, it } from 'vitest';
import { ErasureOutcome, ErasureStatus, statusOf } from '../../services/accounts/privacy/erasure/erasure.rules.ts';
import { DelegationStatus } from '../../services/delegations/delegation/delegation.rules.ts';
import { NominationStatus } from '../../services/delegations/nomination/nomination.rules.ts';
import { keptSince, keptUntil, nominationAtErasure } from '../../services/delegations/privacy/erasure.rules.ts';
import { releaseKeptNominations } from '../../services/delegations/privacy/release-kept.ts';
import { delegations } from '../../services/delegations/subgraph.ts';
import { EditionStatus } from '../../services/forum/edition/edition.rules.ts';
import { isWithdrawnAtErasure } from '../../services/forum/privacy/erasure.rules.ts';
import { RegistrationStatus } from '../../services/forum/registration/registration.rules.ts';
import { useService } from '../support/database.ts';

const now = new Date('2026-05-01T08:00:00.000Z');
const tomorrow = new Date('2026-05-02T08:00:00.000Z');

describe('a registration of an erased person', () => {
  it.each([
    [
      'is withdrawn while it holds a seat',
      RegistrationStatus.CONFIRMED,
      EditionStatus.REGISTRATION_OPEN,
      tomorrow,
      true,
    ],
    ['is withdrawn while it waits', RegistrationStatus.WAITLISTED, EditionStatus.REGISTRATION_CLOSED, tomorrow, true],
    ['is withdrawn while no dates are set', RegistrationStatus.PENDING_REVIEW, EditionStatus.ANNOUNCED, null, true],
    ['stays once the edition has begun', RegistrationStatus.CONFIRMED, EditionStatus.IN_PROGRESS, tomorrow, false],
    [
      'stays from the hour the edition begins',
      RegistrationStatus.CONFIRMED,
      EditionStatus.REGISTRATION_CLOSED,
      now,
      false,
    ],
    ['stays where the person took part', RegistrationStatus.ATTENDED, EditionStatus.FINISHED, now, false],
    ['stays where it has ended', RegistrationStatus.CANCELLED, EditionStatus.REGISTRATION_OPEN, tomorrow, false],
  ])('%s', (_case, registration, status, startsAt, isWithdrawn) => {
    expect(isWithdrawnAtErasure(registration, { status, startsAt }, now)).toBe(isWithdrawn);
  });
});

describe('a nomination of an erased person', () => {
  it.each([
    ['is withdrawn while it is a draft', NominationStatus.DRAFT, DelegationStatus.NOMINATING, 'withdrawn'],
    ['is kept while the delegation is active', NominationStatus.NOMINATED, DelegationStatus.NOMINATING, 'kept'],
    ['is kept once it is approved', NominationStatus.APPROVED, DelegationStatus.ACCREDITED, 'kept'],
    ['is left where it has ended', NominationStatus.REPLACED, DelegationStatus.NOMINATING, 'left'],
    ['is left where the delegation is closed', NominationStatus.APPROVED, DelegationStatus.CLOSED, 'left'],
  ] as const)('%s', (_case, nomination, delegation, fate) => {
    expect(nominationAtErasure(nomination, delegation)).toBe(fate);
  });

  it('is kept for a year to the day, also from a leap day', () => {
    expect(keptUntil(now).toISOString()).toBe('2027-05-01T08:00:00.000Z');
    expect(keptUntil(new Date('2028-02-29T08:00:00.000Z')).toISOString()).toBe('2029-03-01T08:00:00.000Z');
    expect(keptSince(keptUntil(now))).toEqual(now);
  });
});

describe('what was kept', () => {
  const service = useService(delegations);

  it('is let go when its time is over, and not before', async () => {
    const em = () => service.running.database.orm.em.fork();
    await em().execute(`insert into delegation (id, edition_id, country_code, party_type, status)
      values
      ('delegation_kept', 'forum_edition_any', 'KZ', 'MEMBER', 'NOMINATING'),
      ('delegation_over', 'forum_edition_past', 'KG', 'MEMBER', 'CLOSED')`);
    await em().execute(`insert into quota (delegation_id, category, allocated) values
      ('delegation_kept', 'PRESS', 2), ('delegation_over', 'PRESS', 2)`);
    await em().execute(`insert into nomination (id, delegation_id, person_id, category, role, status) values
      ('nomination_old', 'delegation_kept', 'person_old', 'PRESS', 'ADVISER', 'NOMINATED'),
      ('nomination_past', 'delegation_over', 'person_old', 'PRESS', 'ADVISER', 'APPROVED'),
      ('nomination_new', 'delegation_kept', 'person_new', 'PRESS', 'ADVISER', 'NOMINATED')`);
    await em().execute(`insert into erased_person (person_id, erased_at) values (?, ?), (?, ?)`, [
      'person_old',
      keptSince(now),
      'person_new',
      new Date(keptSince(now).getTime() + 1),
    ]);

    await releaseKeptNominations(em(), now);

    expect(await em().execute('select id, status from nomination order by id')).toEqual([
      { id: 'nomination_new', status: 'NOMINATED' },
      { id: 'nomination_old', status: 'WITHDRAWN' },
      { id: 'nomination_past', status: 'APPROVED' },
    ]);
    expect(await em().execute('select used from quota order by delegation_id')).toEqual([{ used: 1 }, { used: 1 }]);
  });
});

describe('an erasure', () => {
  const erased = { outcome: ErasureOutcome.ERASED };
  const kept = { outcome: ErasureOutcome.KEPT };
  const awaited = { outcome: null };

  it.each([
    ['is asked for while nobody has answered', [awaited, awaited], ErasureStatus.REQUESTED],
    ['runs while somebody has not answered', [erased, awaited], ErasureStatus.RUNNING],
    ['is completed when all have answered, whatever they kept', [erased, kept], ErasureStatus.COMPLETED],
  ])('%s', (_case, receipts, status) => expect(statusOf(receipts)).toBe(status));
});
