import { defineEntity, p } from '@mikro-orm/core';
import type { Role, ScopeKind } from '../../shared/access/access.rules.ts';

export const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  properties: {
    id: p.text().primary(),
    personId: p.text(),
    role: p.text().$type<Role>(),
    scopeKind: p.text().$type<ScopeKind>(),
    /** ID of the thing, or a country's code; null for everything. */
    scopeId: p.text().nullable(),
    since: p.datetime(),
    /** Null while it is not limited. */
    until: p.datetime().nullable(),
    /** Null for a grant that came with the demonstration. */
    grantedById: p.text().nullable(),
    revokedAt: p.datetime().nullable(),
    revokedById: p.text().nullable(),
  },
});

/** A role somebody is entrusted with over a scope, for a time. Kept when it has ended. */
export class RoleGrant extends RoleGrantSchema.class {}
RoleGrantSchema.setClass(RoleGrant);
