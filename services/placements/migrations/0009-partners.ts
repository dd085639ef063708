import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** What partner countries are told: figures, what has changed since they last asked, and webhooks. */
export class Partners extends Migration {
  override up(): void {
    this.addSql(`
      create index opening_in_country_from on opening (country_code, starts_on)
      where status not in ('DRAFT', 'IN_REVIEW')`);
    this.addSql(`
      create index deployment_entered_in_country on deployment (country_code, entered_on)
      where entered_on is not null`);
    this.#changes();
    this.#webhooks();
  }

  #changes(): void {
    // Whoever writes a change holds its country's row until commit: positions are committed in their order, without gaps.
    this.addSql(`
      create table placement_feed (
        country_code text primary key check (country_code ~ '^[A-Z]{2}$'),
        last_position integer not null check (last_position > 0)
      )`);
    this.addSql(`
      create table placement_change (
        country_code text not null references placement_feed,
        position integer not null check (position > 0),
        id text not null unique,
        kind text not null check (kind in ('OPENING', 'DEPLOYMENT')),
        at timestamptz(3) not null,
        opening_id text not null references opening,
        deployment_id text references deployment,
        status text not null,
        primary key (country_code, position),
        check ((kind = 'DEPLOYMENT') = (deployment_id is not null))
      )`);
    this.addSql('create index placement_change_since on placement_change (country_code, at)');
  }

  #webhooks(): void {
    this.addSql(`
      create table webhook (
        id text primary key,
        country_code text not null check (country_code ~ '^[A-Z]{2}$'),
        url text not null check (length(url) <= 2000),
        events text[] not null check (events <@ '{OPENING_CHANGED,DEPLOYMENT_CHANGED}' and cardinality(events) > 0),
        status text not null check (status in ('UNVERIFIED', 'ACTIVE', 'PAUSED', 'DISABLED')),
        registered_by_person_id text,
        registered_by_client_id text,
        secret jsonb not null,
        former_secret jsonb,
        former_secret_until timestamptz(3),
        registered_at timestamptz(3) not null,
        failing_since timestamptz(3),
        version integer not null default 1,
        unique (country_code, url),
        check (num_nonnulls(registered_by_person_id, registered_by_client_id) <= 1),
        check ((former_secret is null) = (former_secret_until is null))
      )`);
    this.addSql(keepErasedOut('webhook', 'registered_by_person_id'));
    this.addSql(keepErasedEmpty('webhook', 'registered_by_person_id', ['registered_by_person_id']));
    this.addSql('create index webhook_of_country on webhook (country_code, registered_at, id)');
    this.addSql('create index webhook_of_person on webhook (registered_by_person_id)');
    this.addSql(`
      create table webhook_delivery (
        id text primary key,
        webhook_id text not null references webhook on delete cascade,
        change_id text references placement_change (id),
        event text not null,
        body text not null,
        status text not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
        made_at timestamptz(3) not null,
        tries integer not null default 0 check (tries >= 0),
        next_attempt_at timestamptz(3),
        held_until timestamptz(3),
        hold text,
        unique (webhook_id, change_id),
        check ((status = 'PENDING') = (next_attempt_at is not null))
      )`);
    this.addSql(`create index webhook_delivery_due on webhook_delivery (next_attempt_at, id) where status = 'PENDING'`);
    this.addSql('create index webhook_delivery_of_webhook on webhook_delivery (webhook_id, made_at desc, id desc)');
    this.addSql('create index webhook_delivery_by_age on webhook_delivery (made_at)');
    this.addSql('create index webhook_delivery_of_change on webhook_delivery (change_id)');
    this.addSql(`
      create table webhook_attempt (
        id text primary key,
        delivery_id text not null references webhook_delivery on delete cascade,
        at timestamptz(3) not null,
        status_code integer,
        error text,
        duration_ms integer not null check (duration_ms >= 0)
      )`);
    this.addSql('create index webhook_attempt_of_delivery on webhook_attempt (delivery_id, at, id)');
  }
}
