import { defineEntity, p } from '@mikro-orm/core';
import type { PersonName } from '../../shared/names/name.rules.ts';
import { Deployment } from '../deployment/deployment.entity.ts';
import { CertificateStatus, type IssuedKind, type ServiceAsIssued } from './certificate.rules.ts';

export const CertificateSchema = defineEntity({
  name: 'Certificate',
  properties: {
    id: p.text().primary(),
    deployment: () => p.manyToOne(Deployment).ref(),
    /** Key of a person owned by another service. */
    personId: p.text(),
    number: p.text(),
    kind: p.text().$type<IssuedKind>(),
    status: p.enum(() => CertificateStatus),
    /** Both are null until the holder's profile is known here, and once they are erased. */
    nativeName: p.json<PersonName>().nullable(),
    /** As the passport prints it. */
    latinName: p.json<PersonName>().nullable(),
    /** First and last day that were served. */
    startsOn: p.date(),
    endsOn: p.date(),
    asIssued: p.json<ServiceAsIssued>(),
    issuedAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    revokedById: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** What shows that somebody has served. The database holds one for each deployment, and no number twice. */
export class Certificate extends CertificateSchema.class {}
CertificateSchema.setClass(Certificate);
