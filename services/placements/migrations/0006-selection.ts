import { Migration } from '@mikro-orm/migrations';

/** Choosing among applicants: places in the reserve, who has an interest in whom, and assessments. */
export class Selection extends Migration {
  override up(): void {
    // Ranks change places within a transaction, and differ at its end.
    this.addSql(`
      alter table application add constraint application_reserve_in_order
        exclude using btree (opening_id with =, rank with =) where (status = 'RESERVE' and rank is not null)
        deferrable initially deferred`);
    this.addSql(`
      create table declared_interest (
        application_id text not null references application,
        declared_by_id text not null,
        has_conflict boolean not null,
        nature text check (nature in ('FAMILY', 'PERSONAL', 'PROFESSIONAL', 'FINANCIAL', 'OTHER')),
        declared_at timestamptz(3) not null,
        primary key (application_id, declared_by_id),
        unique (application_id, declared_by_id, has_conflict),
        check (has_conflict or nature is null)
      )`);
    // An assessment stands on a declaration that there is no conflict, and falls with it.
    this.addSql(`
      create table assessment (
        id text primary key,
        application_id text not null references application,
        assessed_by_id text not null,
        has_conflict boolean not null default false check (not has_conflict),
        method text not null check (method in ('INTERVIEW', 'TEST', 'DESK_REVIEW')),
        score integer not null check (score between 1 and 5),
        criteria jsonb not null,
        recommendation text not null check (recommendation in ('PREFER', 'RESERVE', 'REJECT')),
        comment text,
        assessed_at timestamptz(3) not null,
        constraint assessment_once unique (application_id, assessed_by_id, method),
        constraint assessment_without_conflict foreign key (application_id, assessed_by_id, has_conflict)
          references declared_interest (application_id, declared_by_id, has_conflict)
      )`);
    this.addSql('create index assessment_of_application on assessment (application_id, assessed_at, id)');
  }
}
