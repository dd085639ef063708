import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Delegations claim seats for those who confirm their nomination, and give them back. */
export class SeatClaims extends Migration {
  override up(): void {
    this.addSql('alter table registration add nomination_id text');
    this.addSql(`
      create unique index registration_one_of_nomination on registration (nomination_id)
      where nomination_id is not null
        and status not in ('REJECTED', 'CANCELLED', 'WITHDRAWN', 'OFFER_EXPIRED', 'OFFER_DECLINED')`);
    this.addSql(`
      create index registration_of_delegation on registration (delegation_id, registered_at, id)
      where delegation_id is not null`);
    this.addSql(`
      create table seat_claim (
        nomination_id text primary key,
        claim integer not null check (claim > 0),
        edition_id text not null,
        person_id text,
        status text not null check (status in ('GRANTED', 'REFUSED', 'RELEASED')),
        registration_id text references registration,
        registration_status text,
        reason text,
        decided_at timestamptz(3) not null,
        check (status <> 'GRANTED' or registration_id is not null and reason is null),
        check (status <> 'REFUSED' or reason is not null)
      )`);
    this.addSql('create index seat_claim_of_person on seat_claim (person_id) where person_id is not null');
    this.addSql(keepErasedOut('seat_claim', 'person_id'));
  }
}
