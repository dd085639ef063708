import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { ROLES, type Role, SCOPE_KINDS, type ScopeKind } from '../../shared/access/access.rules.ts';
import { DateTime, EmailAddress } from '../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../shared/journal/reason.ts';
import type { RoleGrantRow } from './role-grant.loaders.ts';

const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));
const ScopeKindEnum = Object.fromEntries(SCOPE_KINDS.map((kind) => [kind, kind]));
registerEnumType(RoleEnum, { name: 'Role', description: 'What people are entrusted with beyond what is their own.' });
registerEnumType(ScopeKindEnum, {
  name: 'ScopeKind',
  description: 'What a role is held over: one thing, or everything.',
});

@ObjectType('GrantScope', { description: 'What a role is held over.' })
export class GrantScopeType {
  @Field(() => ScopeKindEnum)
  readonly kind: ScopeKind;
  @Field(() => ID, { nullable: true, description: "ID of the thing, or a country's code. Null for everything." })
  readonly id: string | null;

  constructor(kind: ScopeKind, id: string | null) {
    this.kind = kind;
    this.id = id;
  }
}

@ObjectType('RoleGrant', { description: 'A role somebody is entrusted with over a scope, for a time.' })
export class RoleGrantType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => RoleEnum)
  readonly role: Role;
  @Field(() => GrantScopeType)
  readonly scope: GrantScopeType;
  @Field(() => DateTime)
  readonly from: Date;
  @Field(() => DateTime, { nullable: true, description: 'Null while it is not limited.' })
  readonly until: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null while it is not revoked.' })
  readonly revokedAt: Date | null;

  constructor(row: RoleGrantRow) {
    this.id = row.id;
    this.role = row.role;
    this.scope = new GrantScopeType(row.scope_kind, row.scope_id);
    this.from = row.since;
    this.until = row.until;
    this.revokedAt = row.revoked_at;
  }
}

@InputType({ description: 'Whom to entrust with what.' })
export class GrantRoleInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => EmailAddress, { description: 'Address the person signs in with.' })
  readonly email!: string;
  @Field(() => RoleEnum)
  readonly role!: Role;
  @Field(() => ID, {
    nullable: true,
    description:
      'A delegation for FOCAL_POINT, a host organisation for HOST_OFFICER, a country code for PARTNER; an edition, or none for all, for ACCREDITATION_OFFICER and REGISTRATION_DESK; none for the others.',
  })
  readonly scopeId?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself. Absent: when it is revoked.' })
  readonly until?: Date | null;
}

@InputType({ description: 'Which grant to take away.' })
export class RevokeGrantInput {
  @Field(() => ID)
  readonly grantId!: string;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The role is granted.' })
export class GrantRoleSuccess {
  @Field(() => RoleGrantType)
  readonly grant: RoleGrantType;

  constructor(grant: RoleGrantType) {
    this.grant = grant;
  }
}

@ObjectType({ description: 'The role is taken away. It stops working within a minute everywhere.' })
export class RevokeGrantSuccess {
  @Field(() => RoleGrantType)
  readonly grant: RoleGrantType;

  constructor(grant: RoleGrantType) {
    this.grant = grant;
  }
}

@ObjectType({ implements: UserError, description: 'Nobody has signed in with this address yet.' })
export class PersonNotFound extends UserError {
  constructor(message: string) {
    super('PERSON_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The role is held over something else than the scope names.' })
export class WrongScope extends UserError {
  @Field(() => ScopeKindEnum, { description: 'What the role is held over.' })
  readonly expected: ScopeKind;

  constructor(message: string, expected: ScopeKind) {
    super('WRONG_SCOPE', message);
    this.expected = expected;
  }
}

@ObjectType({ implements: UserError, description: 'Nobody grants to themself.' })
export class GrantToOneself extends UserError {
  constructor(message: string) {
    super('GRANT_TO_ONESELF', message);
  }
}

@ObjectType({ implements: UserError, description: 'It would end before it begins.' })
export class AlreadyEnded extends UserError {
  constructor(message: string) {
    super('ALREADY_ENDED', message);
  }
}

@ObjectType({ implements: UserError, description: 'There is no such grant.' })
export class GrantNotFound extends UserError {
  constructor(message: string) {
    super('GRANT_NOT_FOUND', message);
  }
}

export const GrantRoleResult = createUnionType({
  name: 'GrantRoleResult',
  description: 'The grant, or what stands in its way.',
  types: () =>
    [GrantRoleSuccess, PersonNotFound, WrongScope, GrantToOneself, AlreadyEnded, IdempotencyKeyReused] as const,
});

export const RevokeGrantResult = createUnionType({
  name: 'RevokeGrantResult',
  description: 'The revoked grant, or what stands in the way.',
  types: () => [RevokeGrantSuccess, GrantNotFound, InvalidInput] as const,
});
