import { defineEntity, p } from '@mikro-orm/core';
import { Deployment } from '../deployment.entity.ts';

export const InsuranceCoverSchema = defineEntity({
  name: 'InsuranceCover',
  tableName: 'insurance_cover',
  properties: {
    id: p.text().primary(),
    deployment: () => p.manyToOne(Deployment).ref(),
    /** Who is insured. */
    personId: p.text(),
    fromOn: p.date(),
    untilOn: p.date(),
    insurer: p.text(),
    /** Null where none was given, and once the person is erased. */
    policyReference: p.text().nullable(),
    recordedAt: p.datetime(),
    recordedById: p.text(),
  },
});

/** Days of a deployment on which the volunteer is insured. Which days are not, the database tells. */
export class InsuranceCover extends InsuranceCoverSchema.class {}
InsuranceCoverSchema.setClass(InsuranceCover);
