import { Migration } from '@mikro-orm/migrations';

/** What was decided last about a delegate's credentials: without being admitted they are handed no badge. */
export class DelegateAdmission extends Migration {
  override up(): void {
    this.addSql(`
      create table delegate_admission (
        nomination_id text primary key,
        decision text not null check (decision in ('APPROVE', 'ADMIT_PROVISIONALLY', 'HOLD', 'RETURN', 'REJECT')),
        decided_at timestamptz(3) not null
      )`);
    this.addSql(`
      insert into delegate_admission (nomination_id, decision, decided_at)
      select nomination_id, 'APPROVE', max(noted_at) from delegate_hand where part = 'VERIFIED' group by nomination_id`);
  }
}
