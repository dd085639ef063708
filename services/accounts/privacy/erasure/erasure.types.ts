import { createUnionType, Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../../shared/graph/node.ts';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import { PersonNotFound } from '../../access/role-grant.types.ts';
import { say } from '../messages.ts';
import type { ErasureRow, ReceiptRow } from './erasure.loaders.ts';
import { ErasureOutcome, ErasureStatus, statusOf } from './erasure.rules.ts';

registerEnumType(ErasureStatus, {
  name: 'ErasureStatus',
  description: 'How far an erasure is: asked for, answered by some services, or by all.',
});
registerEnumType(ErasureOutcome, {
  name: 'ErasureOutcome',
  description: 'What a service did: nothing is left that names the person, or something is kept for a reason.',
});

@ObjectType('ErasureReceipt', { description: 'What one service has done about an erasure.' })
export class ErasureReceiptType {
  @Field(() => String, { description: 'The part of the portal: `forum`.' })
  readonly service: string;
  @Field(() => ErasureOutcome)
  readonly outcome: ErasureOutcome;
  @Field(() => String, {
    nullable: true,
    description:
      'Why something is kept. Stable, in capitals: `OFFICIAL_LIST`, `SERVICE_ABROAD`. Null where nothing is.',
  })
  readonly reason: string | null;
  @Field(() => String, { nullable: true, description: "The reason for people, in the viewer's language." })
  readonly explanation: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when it is kept. Null where nothing is.' })
  readonly keptUntil: Date | null;

  constructor({ service, reason, kept_until }: ReceiptRow, outcome: ErasureOutcome, locale: string) {
    this.service = service;
    this.outcome = outcome;
    this.reason = reason;
    this.explanation = reason && say(reason, locale);
    this.keptUntil = kept_until === null ? null : new Date(kept_until);
  }
}

@ObjectType('Erasure', { implements: Node, description: 'The erasure of a person from the whole portal, for good.' })
@Directive('@key(fields: "id")')
export class ErasureType extends Node {
  @Field(() => ErasureStatus)
  readonly status: ErasureStatus;
  @Field(() => DateTime)
  readonly requestedAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'Null until every service has answered.' })
  readonly completedAt: Date | null;
  @Field(() => [ErasureReceiptType], { description: 'Of the services that have answered, by name.' })
  readonly receipts: ErasureReceiptType[];
  @Field(() => [String], { description: 'Services that have not answered yet, by name.' })
  readonly awaited: string[];

  constructor(row: ErasureRow, locale: string) {
    super(row.key);
    this.status = statusOf(row.receipts);
    this.requestedAt = row.requested_at;
    this.completedAt = row.completed_at;
    this.receipts = row.receipts.flatMap((receipt) =>
      receipt.outcome === null ? [] : [new ErasureReceiptType(receipt, receipt.outcome, locale)],
    );
    this.awaited = row.receipts.filter(({ outcome }) => outcome === null).map(({ service }) => service);
  }
}

@InputType({ description: 'Whom to erase.' })
export class RequestErasureInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID, { nullable: true, description: 'For administrators. Absent: the signed-in person themself.' })
  readonly personId?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "An administrator's reason to erase somebody else, kept in the audit trail: no personal data. Whoever asks for their own erasure need give none, and none is kept.",
  })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The erasure has been asked for. It cannot be called back.' })
export class RequestErasureSuccess {
  @Field(() => ErasureType)
  readonly erasure: ErasureType;

  constructor(erasure: ErasureType) {
    this.erasure = erasure;
  }
}

@ObjectType({ implements: UserError, description: 'The portal would be left without an administrator.' })
export class LastAdministrator extends UserError {
  constructor(message: string) {
    super('LAST_ADMINISTRATOR', message);
  }
}

export const RequestErasureResult = createUnionType({
  name: 'RequestErasureResult',
  description: 'The erasure, or what stands in its way.',
  types: () => [RequestErasureSuccess, LastAdministrator, PersonNotFound, IdempotencyKeyReused, InvalidInput] as const,
});
