import { defineEntity, p } from '@mikro-orm/core';
import { Deployment } from '../deployment.entity.ts';

export const DeploymentLeaveSchema = defineEntity({
  name: 'DeploymentLeave',
  tableName: 'deployment_leave',
  properties: {
    id: p.text().primary(),
    deployment: () => p.manyToOne(Deployment).ref(),
    /** First and last day as agreed. */
    fromOn: p.date(),
    untilOn: p.date(),
    /** The last day in fact; null while it lasts. */
    endedOn: p.date().nullable(),
  },
});

/** Days off duty during a deployment. The database holds no two of one deployment whose days overlap. */
export class DeploymentLeave extends DeploymentLeaveSchema.class {}
DeploymentLeaveSchema.setClass(DeploymentLeave);
