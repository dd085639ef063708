import { Migration } from '@mikro-orm/migrations';

/** A focal point is not confirmed by themself either once the address they were named by is known to be theirs. */
export class OwnConfirmation extends Migration {
  override up(): void {
    this.addSql('drop trigger focal_point_four_eyes on focal_point');
    this.addSql(`
      create trigger focal_point_four_eyes before insert or update of confirmed_by_id, person_id on focal_point
      for each row when (new.confirmed_by_id is not null) execute function refuse_one_pair_of_eyes()`);
  }
}
