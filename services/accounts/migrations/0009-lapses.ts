import { Migration } from '@mikro-orm/migrations';

/** That a role or a key has run out is told to other services, once. */
export class Lapses extends Migration {
  override up(): void {
    this.addSql('alter table role_grant add lapse_told_at timestamptz(3)');
    this.addSql(`
      create index role_grant_lapse on role_grant (until, id) where revoked_at is null and lapse_told_at is null`);
    this.addSql('alter table api_client add lapse_told_at timestamptz(3)');
    this.addSql(`
      create index api_client_lapse on api_client (expires_at, id) where revoked_at is null and lapse_told_at is null`);
  }
}
