import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../shared/graph/node.ts';
import { DateTime } from '../../shared/graph/scalars.ts';
import { ParticipantCategory } from '../registration/registration.rules.ts';
import type { BadgeRow } from './badge.loaders.ts';
import { BadgeStatus, IdCheckKind } from './badge.rules.ts';

registerEnumType(BadgeStatus, {
  name: 'BadgeStatus',
  description:
    'Where a badge is: issued and to be activated at the desk, active, or out of force and why. Doors open for ACTIVE alone.',
});
registerEnumType(IdCheckKind, {
  name: 'IdCheckKind',
  description: 'What the desk looked at before it handed out a badge. Its number is kept nowhere.',
});

@ObjectType('Badge', { implements: Node, description: 'What a participant wears, and shows at doors.' })
@Directive('@key(fields: "id")')
export class BadgeType extends Node {
  @Field(() => String, {
    description: 'Ten digits and letters for people to read and type, the last one a check. No I, L, O or U in it.',
  })
  readonly serial: string;
  @Field(() => BadgeStatus)
  readonly status: BadgeStatus;
  @Field(() => ParticipantCategory)
  readonly category: ParticipantCategory;
  @Field(() => [String], { description: 'Codes of the zones it opens: `MAIN`. Named by `zones` of the edition.' })
  readonly zones: string[];
  @Field(() => DateTime, { description: 'From here on it opens doors: the start of the first day of the edition.' })
  readonly validFrom: Date;
  @Field(() => DateTime, { description: 'From here on it opens none: the end of the last day of the edition.' })
  readonly validUntil: Date;
  @Field(() => String, {
    description:
      'For the QR code: a compact JWS, Ed25519. Its claims are `serial`, `edition` (the year), `category`, `zones`, `nbf` and `exp`; nothing personal. `badgeVerification` of the edition has the keys to check it without the portal.',
  })
  readonly qrPayload: string;
  @Field(() => DateTime)
  readonly issuedAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'When the desk handed it out. Null until then.' })
  readonly activatedAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it went out of force. Null while it is in force.' })
  readonly endedAt: Date | null;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly registrationId: string;

  constructor(row: BadgeRow) {
    super(row.id);
    this.serial = row.serial;
    this.status = row.status;
    this.category = row.category;
    this.zones = row.zones;
    this.validFrom = row.valid_from;
    this.validUntil = row.valid_until;
    this.qrPayload = row.qr_payload;
    this.issuedAt = row.issued_at;
    this.activatedAt = row.activated_at;
    this.endedAt = row.ended_at;
    this.version = row.version;
    this.registrationId = row.registration_id;
  }
}
