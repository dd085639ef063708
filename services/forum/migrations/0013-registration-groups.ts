import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty } from '../../shared/privacy/erased-people.migration.ts';

/** What an organisation wrote somebody's name as stays beside what their profile says. */
export class RegistrationGroups extends Migration {
  override up(): void {
    this.addSql('alter table registration add written_name jsonb');
    this.addSql('drop trigger registration_stays_erased on registration');
    const written = ['affiliation', 'dietary_needs', 'accessibility_needs', 'interpretation_language', 'written_name'];
    const identity = ['address_key', 'native_name', 'latin_name', 'birth_date', 'citizenship', 'folded_name'];
    this.addSql(keepErasedEmpty('registration', 'person_id', [...written, ...identity]));
    this.addSql(
      `create index seat_offer_of_group on seat_offer (group_id) where status = 'OPEN' and group_id is not null`,
    );
  }
}
