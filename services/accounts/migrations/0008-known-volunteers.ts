import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Who has to know a volunteer by name: the host and the country that receive them. */
export class KnownVolunteers extends Migration {
  override up(): void {
    this.addSql(`
      create table known_volunteer (
        deployment_id text primary key,
        person_id text not null,
        country_code text not null,
        host_organisation_id text not null,
        until timestamptz(3),
        deployment_version integer not null
      )`);
    this.addSql(keepErasedOut('known_volunteer', 'person_id'));
    this.addSql('create index known_volunteer_person on known_volunteer (person_id)');
  }
}
