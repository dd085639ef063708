import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

export class Privacy extends Migration {
  override up(): void {
    const written = ['affiliation', 'dietary_needs', 'accessibility_needs', 'interpretation_language'];
    this.addSql(keepErasedOut('registration', 'person_id'));
    this.addSql(keepErasedEmpty('registration', 'person_id', written));
  }
}
