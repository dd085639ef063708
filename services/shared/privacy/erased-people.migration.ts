import { Migration } from '@mikro-orm/migrations';

/** Class of the advisory locks on which writing about a person and erasing them queue. */
export const ERASURE_LOCKS = 90_210;
/** People share this many locks, so that a transaction may write about any number of them. */
export const LOCKS = 512;

/**
 * The people a service has erased, by an ID that leads to nobody any more, and a guard that keeps them erased.
 *
 * Each service applies it. A backup that is restored is made good by erasing these people again.
 */
export class ErasedPeople extends Migration {
  override up(): void {
    this.addSql(`
      create table erased_person (
        person_id text primary key,
        erased_at timestamptz(3) not null
      )`);
    this.addSql(`
      create function refuse_erased() returns trigger language plpgsql set search_path from current as $$
      declare
        whose text := to_jsonb(new) ->> tg_argv[0];
      begin
        perform pg_advisory_xact_lock_shared(${ERASURE_LOCKS}, hashtext(tg_table_schema || '/' || whose) % ${LOCKS});
        if exists (select from erased_person where person_id = whose) then
          raise exception 'this person is erased' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$`);
    this.addSql('create index audit_entry_actor on audit_entry (actor_id, at, id)');
    this.addSql('create index audit_entry_on_behalf_of on audit_entry (on_behalf_of_id, at, id)');
  }
}

/**
 * SQL that keeps new rows about erased people out of a table: of somebody whose session is still remembered, or who
 * signs in at this very moment. `column` holds the person's ID.
 *
 * Whoever writes such a row and whoever erases the person queue on a lock; the row is refused, or it is erased too.
 */
export function keepErasedOut(table: string, column: string): string {
  return `create trigger ${table}_of_nobody_erased before insert on ${table}
    for each row execute function refuse_erased('${column}')`;
}

/** The same for changes that would write into columns which erasure has emptied. */
export function keepErasedEmpty(table: string, column: string, emptied: readonly string[]): string {
  const filled = emptied.map((one) => `new.${one}`).join(', ');
  return `create trigger ${table}_stays_erased before update of ${emptied.join(', ')} on ${table}
    for each row when (num_nonnulls(${filled}) > 0) execute function refuse_erased('${column}')`;
}
