import { Migration } from '@mikro-orm/migrations';

export class InternationalYears extends Migration {
  override up(): void {
    this.addSql(`
      create table international_year (
        year integer primary key,
        title jsonb not null,
        resolution text not null,
        co_sponsor_count integer not null,
        known_co_sponsors text[] not null,
        check (cardinality(known_co_sponsors) <= co_sponsor_count)
      )`);
  }
}
