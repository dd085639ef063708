import { Migration } from '@mikro-orm/migrations';

/**
 * What groups by age mean is told by the network from now on, which also keeps what their definitions rest on. The
 * definitions that are here come again from there.
 */
export class SegmentDefinitions extends Migration {
  override up(): void {
    this.addSql('delete from age_segment');
    this.addSql('alter table age_segment drop column description, add definition_id text not null unique');
  }
}
