import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime } from '../../shared/graph/scalars.ts';
import { ScanResolutionNote } from './conflict/resolution.rules.ts';
import type { ScanRow } from './scan.loaders.ts';
import { ScanConflict, ScanDirection, ScanOutcome } from './scan.rules.ts';

registerEnumType(ScanDirection, { name: 'ScanDirection', description: 'Into a zone, or out of it.' });
registerEnumType(ScanOutcome, {
  name: 'ScanOutcome',
  description:
    'What the portal says of a scan: OK where the door opens, otherwise why not. UNKNOWN: no badge of this edition. REVOKED: lost, revoked or reissued. ALREADY_INSIDE: to come in again, go out first.',
});
registerEnumType(ScanConflict, {
  name: 'ScanConflict',
  description:
    'What is wrong with a scan that a door decided without the portal. DOUBLE_ENTRY: a later entry was let in already. OUT_OF_ORDER: out without having come in. ATTENDANCE_CLOSED: counted as absent when word of it came.',
});
registerEnumType(ScanResolutionNote, {
  name: 'ScanResolutionNote',
  description: 'What somebody found who looked at a scan in conflict.',
});

@ObjectType({ description: 'That somebody has looked at a scan in conflict, and what they found.' })
export class ScanResolution {
  @Field(() => ScanResolutionNote)
  readonly note: ScanResolutionNote;
  @Field(() => DateTime)
  readonly resolvedAt: Date;

  constructor(note: ScanResolutionNote, resolvedAt: Date) {
    this.note = note;
    this.resolvedAt = resolvedAt;
  }
}

@ObjectType('Scan', {
  implements: Node,
  description: 'A badge was shown at a door. A fact: it never changes, and is undone by another.',
})
@Directive('@key(fields: "id")')
export class ScanType extends Node {
  @Field(() => ID, { description: 'Chosen by the device, once for each scan of the edition.' })
  readonly nonce: string;
  @Field(() => String, { nullable: true, description: 'Null where what was shown is no badge of the portal.' })
  readonly badgeSerial: string | null;
  @Field(() => String, { description: 'Code of the zone, as the device named it.' })
  readonly zone: string;
  @Field(() => ScanDirection)
  readonly direction: ScanDirection;
  @Field(() => String, { description: 'As the device named itself.' })
  readonly device: string;
  @Field(() => DateTime, { description: "By the device's clock." })
  readonly occurredAt: Date;
  @Field(() => DateTime, { description: 'When word of it reached the portal.' })
  readonly recordedAt: Date;
  @Field(() => Boolean, { description: 'True where the door decided without the portal.' })
  readonly offline: boolean;
  @Field(() => ScanOutcome)
  readonly outcome: ScanOutcome;
  @Field(() => ScanConflict, { nullable: true, description: 'Null where nobody has to look at it.' })
  readonly conflict: ScanConflict | null;
  @Field(() => ScanResolution, { nullable: true, description: 'Null while nobody has looked at the conflict.' })
  readonly resolution: ScanResolution | null;
  @Field(() => ID, { nullable: true, description: 'The scan that this one undoes. Null for one made at a door.' })
  readonly undoesId: string | null;
  @Field(() => ID, { nullable: true, description: 'The scan that undoes this one. Null while it counts.' })
  readonly undoneById: string | null;

  readonly registrationId: string | null;

  constructor(row: ScanRow) {
    super(row.id);
    this.nonce = row.nonce;
    this.badgeSerial = row.badge_serial;
    this.zone = row.zone;
    this.direction = row.direction;
    this.device = row.device;
    this.occurredAt = row.occurred_at;
    this.recordedAt = row.recorded_at;
    this.offline = row.offline;
    this.outcome = row.outcome;
    this.conflict = row.conflict;
    this.resolution = row.note && row.resolved_at && new ScanResolution(row.note, row.resolved_at);
    this.undoesId = row.undoes_id;
    this.undoneById = row.undone_by_id;
    this.registrationId = row.registration_id;
  }
}

export const ScanConnection = connectionType('Scan', () => ScanType);
export type ScanConnection = InstanceType<typeof ScanConnection>;

/** Sort key of an edition's scans. */
export function scanKey(row: ScanRow): [string, string] {
  return [row.recorded_at.toISOString(), row.id];
}
