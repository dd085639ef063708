import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Campaigns, the deeds that are filed for them, and how many of these are approved, counted by the database. */
export class Campaigns extends Migration {
  override up(): void {
    this.addSql(`
      create table campaign (
        id text primary key,
        year integer not null,
        name jsonb not null,
        sectors text[] not null check (cardinality(sectors) > 0),
        starts_on date check (extract(year from starts_on) = year),
        ends_on date check (extract(year from ends_on) = year),
        deeds_figure_key text references impact_figure_definition,
        participants_figure_key text references impact_figure_definition,
        created_at timestamptz(3) not null,
        is_demo boolean not null default false,
        check (starts_on <= ends_on)
      )`);
    this.addSql('create index campaign_of_year on campaign (year, created_at, id)');
    this.addSql(`
      create table deed (
        id text primary key,
        campaign_id text not null references campaign,
        filed_by_id text not null,
        organisation_id text references organisation,
        done_on date not null,
        region_code text not null references region,
        sector text not null,
        participants integer not null check (participants between 1 and 1000000),
        place text,
        description text,
        status text not null check (status in ('FILED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
        filed_at timestamptz(3) not null,
        decision_reason text,
        is_demo boolean not null default false,
        version integer not null default 1
      )`);
    this.addSql('create index deed_list on deed (done_on, id)');
    this.addSql('create index deed_of_campaign on deed (campaign_id, done_on, id)');
    this.addSql('create index deed_of_filer on deed (filed_by_id, done_on, id)');
    this.addSql(keepErasedOut('deed', 'filed_by_id'));
    this.addSql(keepErasedEmpty('deed', 'filed_by_id', ['place', 'description']));
    this.addSql(`
      create table deed_tally (
        campaign_id text not null references campaign,
        region_code text not null references region,
        sector text not null,
        deeds integer not null check (deeds >= 0),
        participants bigint not null check (participants >= 0),
        primary key (campaign_id, region_code, sector)
      )`);
    // Rows are reached in one order, whoever changes several: out of the old place first.
    this.addSql(`
      create function count_deed() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' and old.status = 'APPROVED' then
          update deed_tally set deeds = deeds - 1, participants = deed_tally.participants - old.participants
          where campaign_id = old.campaign_id and region_code = old.region_code and sector = old.sector;
        end if;
        if tg_op <> 'DELETE' and new.status = 'APPROVED' then
          insert into deed_tally (campaign_id, region_code, sector, deeds, participants)
          values (new.campaign_id, new.region_code, new.sector, 1, new.participants)
          on conflict (campaign_id, region_code, sector) do update
            set deeds = deed_tally.deeds + 1, participants = deed_tally.participants + excluded.participants;
        end if;
        return null;
      end $$`);
    this.addSql(`
      create trigger deed_is_counted
      after insert or delete or update of status, participants, campaign_id, region_code, sector on deed
      for each row execute function count_deed()`);
  }
}
