import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

export class Documents extends Migration {
  override up(): void {
    this.addSql(`
      create table identity_document (
        id text primary key,
        person_id text not null references person on delete cascade,
        kind text not null check (kind in ('PASSPORT', 'ID_CARD')),
        issuing_country text not null check (issuing_country ~ '^[A-Z]{2}$'),
        number jsonb not null check (number ?& array['keyId', 'nonce', 'ciphertext', 'tag']),
        expires_on date not null,
        held_for_edition_id text,
        recorded_at timestamptz(3) not null
      )`);
    this.addSql(keepErasedOut('identity_document', 'person_id'));
    this.addSql('create index identity_document_of_person on identity_document (person_id, recorded_at, id)');
    this.addSql('create index identity_document_of_edition on identity_document (held_for_edition_id)');
    this.addSql('create index identity_document_by_expiry on identity_document (expires_on)');
    this.addSql(`create index identity_document_by_key on identity_document ((number ->> 'keyId'), id)`);
    this.addSql(`
      create table finished_edition (
        edition_id text primary key,
        noted_at timestamptz(3) not null
      )`);
  }
}
