import { Migration } from '@mikro-orm/migrations';

/**
 * Substitution beyond the limit by a waiver, alternates without a place of the quota, and what tells the forum how many
 * seats quotas promise.
 */
export class Waivers extends Migration {
  override up(): void {
    this.addSql(`
      create table substitution_waiver (
        id text primary key,
        nomination_id text not null references nomination,
        granted_at timestamptz(3) not null,
        used_at timestamptz(3),
        used_for_id text references nomination,
        check ((used_at is null) = (used_for_id is null))
      )`);
    this.addSql(`
      create unique index substitution_waiver_one_open on substitution_waiver (nomination_id) where used_at is null`);
    this.addSql('create index substitution_waiver_of_nomination on substitution_waiver (nomination_id)');
    this.#alternates();
    this.addSql('alter table edition_calendar add capacity integer check (capacity >= 0)');
    this.addSql('alter table delegation add reserve_told integer not null default 0 check (reserve_told >= 0)');
  }

  /** An alternate takes up no place, and leads nobody. */
  #alternates(): void {
    this.addSql(`update nomination set is_alternate = false where is_alternate and role = 'HEAD'`);
    this.addSql(`
      alter table nomination add constraint nomination_alternate_leads_nobody check (not (is_alternate and role = 'HEAD'))`);
    this.addSql(`
      create or replace function count_quota() returns trigger language plpgsql set search_path from current as $$
      begin
        if tg_op <> 'INSERT' and uses_quota(old.status) and not old.is_alternate then
          update quota set used = used - 1 where delegation_id = old.delegation_id and category = old.category;
        end if;
        if tg_op <> 'DELETE' and uses_quota(new.status) and not new.is_alternate then
          update quota set used = used + 1 where delegation_id = new.delegation_id and category = new.category;
        end if;
        return null;
      end $$`);
    this.addSql('drop trigger nomination_counts_quota on nomination');
    this.addSql(`
      create trigger nomination_counts_quota
      after insert or delete or update of status, category, delegation_id, is_alternate on nomination
      for each row execute function count_quota()`);
    this.addSql(`
      update quota set used = (
        select count(*) from nomination
        where nomination.delegation_id = quota.delegation_id and nomination.category = quota.category
          and uses_quota(status) and not is_alternate
      )`);
  }
}
