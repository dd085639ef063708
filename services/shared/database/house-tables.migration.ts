import { Migration } from '@mikro-orm/migrations';

/** The tables that every service keeps beside its own: audit trail, outbox, inbox and idempotency keys. */
export class HouseTables extends Migration {
  override up(): void {
    this.addSql(`
      create table audit_entry (
        id text primary key,
        at timestamptz(3) not null,
        actor_id text,
        on_behalf_of_id text,
        command text not null,
        subject_id text not null,
        outcome text not null,
        changes jsonb not null,
        reason text
      )`);
    this.addSql('create index audit_entry_subject on audit_entry (subject_id, at desc, id desc)');
    this.addSql(`
      create table outbox_event (
        id text primary key,
        type text not null,
        occurred_at timestamptz(3) not null,
        payload jsonb not null
      )`);
    this.addSql(`
      create table inbox_event (
        id text primary key,
        received_at timestamptz(3) not null
      )`);
    this.addSql(`
      create table idempotency_key (
        actor_id text not null,
        operation text not null,
        key text not null,
        input_hash text not null,
        outcome jsonb,
        created_at timestamptz(3) not null,
        primary key (actor_id, operation, key)
      )`);
  }
}
