import { Migration } from '@mikro-orm/migrations';

/** What accounts tells services that know people by ID alone: of profiles since when, of addresses which, of functions whether they last. */
export class KnownById extends Migration {
  override up(): void {
    this.addSql('alter table person add profile_changed_at timestamptz(3)');
    this.addSql('alter table sign_in_address add told_at timestamptz(3)');
    this.addSql('create index sign_in_address_untold on sign_in_address (person_id) where told_at is null');
    this.addSql('alter table public_function add is_held boolean not null default true');
  }
}
