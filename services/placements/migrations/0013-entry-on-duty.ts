import { Migration } from '@mikro-orm/migrations';

/** Service is among the days that a deployment takes up, by which services of one person are kept apart. */
export class EntryOnDuty extends Migration {
  override up(): void {
    this.addSql('update deployment set starts_on = entered_on where entered_on < starts_on');
    this.addSql(
      'alter table deployment add constraint deployment_entered_in_its_days check (entered_on between starts_on and ends_on)',
    );
  }
}
