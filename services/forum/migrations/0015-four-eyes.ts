import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Who had a hand in bringing a delegate, and so does not hand out their badge. */
export class FourEyes extends Migration {
  override up(): void {
    this.addSql(`
      create table delegate_hand (
        nomination_id text not null,
        person_id text not null,
        part text not null check (part in ('NOMINATED', 'VERIFIED')),
        noted_at timestamptz(3) not null,
        primary key (nomination_id, person_id, part)
      )`);
    this.addSql('create index delegate_hand_of_person on delegate_hand (person_id)');
    this.addSql(keepErasedOut('delegate_hand', 'person_id'));
  }
}
