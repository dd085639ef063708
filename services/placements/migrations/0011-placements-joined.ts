import { Migration } from '@mikro-orm/migrations';

/** What partner countries are told in place of ends that lie with the volunteer. */
const TOLD_ALIKE = `('RESIGNED', 'EARLY_RETURN_MEDICAL', 'EARLY_RETURN_FAMILY', 'TERMINATED')`;

/** Deployments that go on, or are to. */
const LIVE = `('PREPARING', 'READY', 'TRAVELLING', 'SERVING', 'ON_LEAVE', 'SUSPENDED', 'ENDING')`;

/** What lies between openings, applications, deployments and partner countries. */
export class PlacementsJoined extends Migration {
  override up(): void {
    this.#alerts();
    this.#toldAbroad();
  }

  /** A clearance that fails after acceptance is looked after by people, whatever the deployment is doing. */
  #alerts(): void {
    this.addSql('alter view deployment_alert rename to deployment_alert_by_day');
    this.addSql(`
      create view deployment_alert as
      select * from deployment_alert_by_day
      union all
      select deployment.id || '/CLEARANCE_FAILED/' || clearance.kind, deployment.id, 'CLEARANCE_FAILED',
        (clearance.recorded_at at time zone opening.time_zone)::date, null, clearance.kind, clearance.recorded_at
      from deployment
      join opening on opening.id = opening_id
      join clearance on clearance.application_id = deployment.application_id
      where deployment.status in ${LIVE} and clearance.status = 'FAILED'
        and opening.clearances @> jsonb_build_array(jsonb_build_object('kind', clearance.kind))`);
  }

  /** Why service ended early is not told to partner countries; nor is it any more where it was. */
  #toldAbroad(): void {
    this.addSql(`
      update webhook_delivery as delivery
      set body = jsonb_set(delivery.body::jsonb, '{data,status}', '"ENDED_EARLY"')::text
      from placement_change as change
      where change.id = delivery.change_id and change.kind = 'DEPLOYMENT' and change.status in ${TOLD_ALIKE}`);
    this.addSql(`
      update placement_change set status = 'ENDED_EARLY' where kind = 'DEPLOYMENT' and status in ${TOLD_ALIKE}`);
    this.addSql(`
      alter table placement_change add constraint placement_change_tells_no_reason
        check (kind <> 'DEPLOYMENT' or status not in ${TOLD_ALIKE})`);
  }
}
