import { Migration } from '@mikro-orm/migrations';

/** Deployments that go on, from readiness to the last day. */
const LIVE = `('READY', 'TRAVELLING', 'SERVING', 'ON_LEAVE', 'SUSPENDED', 'ENDING')`;

/** How many days before a clearance runs out its renewal is due. */
const RENEWED_AHEAD = 30;

/** Service abroad: travel, leave, insurance, extension and its end. */
export class ServiceAbroad extends Migration {
  override up(): void {
    this.addSql(`
      alter table deployment
        add departs_on date,
        add ending_evidence text check (ending_evidence in (
          'RESIGNATION_LETTER', 'MEDICAL_CERTIFICATE', 'FAMILY_STATEMENT', 'DECISION', 'EVACUATION_ORDER', 'HOST_LETTER'))`);
    this.addSql('create index deployment_in_order on deployment (starts_on, id)');
    this.addSql(`create index deployment_live on deployment (starts_on, id) where status in ${LIVE}`);
    this.#clearances();
    this.#leave();
    this.#insurance();
    this.#completion();
    this.#alerts();
  }

  /** Word for word what the rules of clearances say. */
  #clearances(): void {
    this.addSql(`
      create function clearance_needed_until(kind text, starts_on date, ends_on date) returns date language sql immutable as $$
        select case when kind in ('VISA', 'INSURANCE') then ends_on else starts_on end
      $$`);
    this.addSql(`
      create function outstanding_clearances(whose deployment) returns setof text
      language sql stable set search_path from current as $$
        select required.kind
        from opening, jsonb_to_recordset(opening.clearances) as required (kind text)
        left join clearance on clearance.application_id = (whose).application_id and clearance.kind = required.kind
        where opening.id = (whose).opening_id and not coalesce(
          clearance.status = 'WAIVED' or (clearance.status = 'PASSED' and (clearance.valid_until is null
            or clearance.valid_until >= clearance_needed_until(required.kind, (whose).starts_on, (whose).ends_on))), false)
      $$`);
    this.addSql(`
      create function refuse_uncleared() returns trigger language plpgsql set search_path from current as $$
      begin
        -- Whoever changes a clearance at this moment is waited for, or waits.
        perform from clearance where application_id = new.application_id for share;
        if exists (select from outstanding_clearances(new)) then
          raise exception 'a clearance is outstanding' using errcode = 'check_violation',
            constraint = 'deployment_travels_cleared';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger deployment_sets_out_cleared before update of status on deployment
      for each row when (old.status in ('PREPARING', 'READY')
        and new.status in ('TRAVELLING', 'SERVING', 'ON_LEAVE', 'SUSPENDED', 'ENDING'))
      execute function refuse_uncleared()`);
    this.addSql(`
      create trigger deployment_begins_cleared before insert on deployment
      for each row when (new.status = 'TRAVELLING') execute function refuse_uncleared()`);
  }

  #leave(): void {
    this.addSql(`
      create table deployment_leave (
        id text primary key,
        deployment_id text not null references deployment on delete cascade,
        from_on date not null,
        until_on date not null,
        ended_on date,
        check (until_on >= from_on),
        check (ended_on >= from_on)
      )`);
    this.addSql(
      `create unique index deployment_leave_one_open on deployment_leave (deployment_id) where ended_on is null`,
    );
    this.addSql(`
      do $$
      declare home text;
      begin
        select nspname into home from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
          where extname = 'btree_gist';
        execute format(
          'alter table deployment_leave add constraint deployment_leave_no_overlap
             exclude using gist (deployment_id %I.gist_text_ops with =,
               daterange(from_on, coalesce(ended_on, until_on), ''[]'') with &&)', home);
      end $$`);
  }

  #insurance(): void {
    this.addSql(`
      create table insurance_cover (
        id text primary key,
        deployment_id text not null references deployment on delete cascade,
        person_id text not null,
        from_on date not null,
        until_on date not null,
        insurer text not null,
        policy_reference text,
        recorded_at timestamptz(3) not null,
        recorded_by_id text not null,
        check (until_on >= from_on)
      )`);
    this.addSql('create index insurance_cover_of_deployment on insurance_cover (deployment_id, from_on, id)');
    this.addSql('create index insurance_cover_of_person on insurance_cover (person_id)');
    this.addSql(`
      create trigger insurance_cover_stays_erased before insert or update of policy_reference on insurance_cover
      for each row when (new.policy_reference is not null) execute function refuse_erased('person_id')`);
    this.addSql(`
      create function uninsured(whose text, first date, last date) returns datemultirange
      language sql stable set search_path from current as $$
        select case when last < first then '{}'::datemultirange
          else datemultirange(daterange(first, last, '[]'))
            - coalesce((select range_agg(daterange(from_on, until_on, '[]')) from insurance_cover
                where deployment_id = whose), '{}'::datemultirange) end
      $$`);
    this.addSql(`
      create table insurance_alert (
        deployment_id text not null references deployment on delete cascade,
        from_on date not null,
        until_on date not null,
        raised_at timestamptz(3) not null,
        primary key (deployment_id, from_on, until_on)
      )`);
  }

  #completion(): void {
    this.addSql(`
      create table completion_item (
        deployment_id text not null references deployment on delete cascade,
        item text not null,
        party text not null check (party in ('VOLUNTEER', 'HOST', 'OFFICE')),
        done_at timestamptz(3) not null,
        done_by_id text,
        primary key (deployment_id, item)
      )`);
  }

  /** What somebody has to look after; each from an instant on, so that whoever asks says what time it is. */
  #alerts(): void {
    this.addSql(`
      create view deployment_alert as
      select deployment.id || '/INSURANCE_GAP/' || lower(gap) as id, deployment.id as deployment_id,
        'INSURANCE_GAP' as kind, lower(gap) as due_on, upper(gap) - 1 as until_on, null::text as clearance,
        deployment.made_at as raised_at
      from deployment, unnest(uninsured(deployment.id, starts_on, ends_on)) as gap
      where deployment.status in ${LIVE}
      union all
      select deployment.id || '/ENTRY_OVERDUE', deployment.id, 'ENTRY_OVERDUE', deployment.starts_on, null, null,
        (deployment.starts_on + 1)::timestamp at time zone opening.time_zone
      from deployment join opening on opening.id = opening_id
      where deployment.status in ('PREPARING', 'READY', 'TRAVELLING')
      union all
      select deployment.id || '/CLEARANCE_EXPIRING/' || clearance.kind, deployment.id, 'CLEARANCE_EXPIRING',
        clearance.valid_until, null, clearance.kind,
        (clearance.valid_until - ${RENEWED_AHEAD})::timestamp at time zone opening.time_zone
      from deployment
      join opening on opening.id = opening_id
      join clearance on clearance.application_id = deployment.application_id
      where deployment.status in ('PREPARING', 'READY', 'TRAVELLING', 'SERVING', 'ON_LEAVE', 'SUSPENDED', 'ENDING')
        and clearance.status = 'PASSED'
        and clearance.valid_until < clearance_needed_until(clearance.kind, deployment.starts_on, deployment.ends_on)
        and opening.clearances @> jsonb_build_array(jsonb_build_object('kind', clearance.kind))`);
  }
}
