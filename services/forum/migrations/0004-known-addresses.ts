import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Whose address a key stands for, so that whoever an organisation registered by address is known once they sign in. */
export class KnownAddresses extends Migration {
  override up(): void {
    this.addSql(`
      create table known_address (
        address_key text primary key,
        person_id text not null unique,
        noted_at timestamptz(3) not null
      )`);
    this.addSql(keepErasedOut('known_address', 'person_id'));
    this.addSql(`
      create index registration_without_account on registration (address_key, edition_id, id)
      where person_id is null`);
    this.addSql(`
      create index registration_without_identity on registration (person_id) where identity_noted_at is null`);
  }
}
