import { Migration } from '@mikro-orm/migrations';

export class Programmes extends Migration {
  override up(): void {
    this.addSql(`
      create table programme (
        id text primary key,
        name jsonb not null,
        year integer not null,
        funding text not null,
        host_countries text[] not null
      )`);
    this.addSql('create index programme_by_year on programme (year, id)');
  }
}
