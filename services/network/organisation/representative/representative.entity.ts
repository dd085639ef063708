import { defineEntity, p } from '@mikro-orm/core';
import { Organisation } from '../organisation.entity.ts';

export const RepresentativeSchema = defineEntity({
  name: 'OrganisationRepresentative',
  properties: {
    id: p.text().primary(),
    organisation: () => p.manyToOne(Organisation).ref(),
    /** Key of a `Person` of another service. */
    personId: p.text(),
    since: p.datetime(),
    /** Null while they represent it. */
    until: p.datetime().nullable(),
  },
});

/** Who acts for an organisation, and since when. */
export class OrganisationRepresentative extends RepresentativeSchema.class {}
RepresentativeSchema.setClass(OrganisationRepresentative);
