import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../../shared/graph/scalars.ts';
import { InvalidInput, UserError } from '../../shared/graph/user-error.ts';
import { PAYLOAD_LENGTH } from '../badge/key/payload.rules.ts';
import { EditionNotFound } from '../registration/register/register-for-forum.types.ts';
import { ScanResolutionNote } from './conflict/resolution.rules.ts';
import { DEVICE_LENGTH, NONCE_LENGTH, SCANS_LIMIT, ZONE_LENGTH } from './record/scan-input.rules.ts';
import { ScanConflict, ScanDirection, ScanOutcome } from './scan.rules.ts';
import { ScanType } from './scan.types.ts';

const NONCE = `Such as a UUID: at most ${NONCE_LENGTH} characters of ASCII without spaces.`;

@InputType({ description: 'A badge was shown at a door.' })
export class ScanInput {
  @Field(() => ID, { description: `Chosen by the device, once for each scan of the edition. ${NONCE}` })
  readonly nonce!: string;
  @Field(() => String, {
    description: `What the code says (\`qrPayload\`), or a serial as typed. At most ${PAYLOAD_LENGTH} characters.`,
  })
  readonly badge!: string;
  @Field(() => String, { description: `Code of the zone: \`MAIN\`. At most ${ZONE_LENGTH} characters.` })
  readonly zone!: string;
  @Field(() => ScanDirection)
  readonly direction!: ScanDirection;
  @Field(() => DateTime, { description: "By the device's clock." })
  readonly occurredAt!: Date;
  @Field(() => String, {
    description: `What the device calls itself. At most ${DEVICE_LENGTH} characters; names of no people.`,
  })
  readonly device!: string;
  @Field(() => Boolean, {
    description: 'True where the door decided without the portal: the scan is judged as of `occurredAt`, and flagged.',
  })
  readonly offline!: boolean;
}

@InputType({ description: 'Scans at the doors of one edition, in any order.' })
export class RecordScansInput {
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => [ScanInput], { description: `1 to ${SCANS_LIMIT}. All are stored at once, or none.` })
  readonly scans!: ScanInput[];
}

@InputType({ description: 'Which scan to take back.' })
export class UndoScanInput {
  @Field(() => ID, { description: `Of the undoing, which is a scan of its own. ${NONCE}` })
  readonly nonce!: string;
  @Field(() => ID)
  readonly scanId!: string;
}

@InputType({ description: 'What somebody found who looked at a scan in conflict.' })
export class ResolveScanConflictInput {
  @Field(() => ID)
  readonly scanId!: string;
  @Field(() => ScanResolutionNote)
  readonly note!: ScanResolutionNote;
}

@ObjectType({ description: 'What the portal says of a scan; the same each time its nonce comes.' })
export class ScanResult {
  @Field(() => ID)
  readonly nonce: string;
  @Field(() => ScanOutcome)
  readonly outcome: ScanOutcome;
  @Field(() => ScanConflict, {
    nullable: true,
    description: 'What somebody has to look at. Null for scans with the portal at hand, and for offline ones that fit.',
  })
  readonly conflict: ScanConflict | null;
  @Field(() => ScanType, { description: 'As it is stored.' })
  readonly scan: ScanType;

  constructor(scan: ScanType) {
    this.nonce = scan.nonce;
    this.outcome = scan.outcome;
    this.conflict = scan.conflict;
    this.scan = scan;
  }
}

@ObjectType({ description: 'The scans are stored. Whether doors open is said of each.' })
export class RecordScansSuccess {
  @Field(() => [ScanResult], { description: 'In the order of the input.' })
  readonly results: ScanResult[];

  constructor(results: ScanResult[]) {
    this.results = results;
  }
}

@ObjectType({ description: 'The scan does not count any more. Both facts stay.' })
export class UndoScanSuccess {
  @Field(() => ScanType, { description: 'The undoing.' })
  readonly scan: ScanType;

  constructor(scan: ScanType) {
    this.scan = scan;
  }
}

@ObjectType({ description: 'The conflict is out of the queue. The scan stays as it is.' })
export class ResolveScanConflictSuccess {
  @Field(() => ScanType)
  readonly scan: ScanType;

  constructor(scan: ScanType) {
    this.scan = scan;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such scan, or it is not for this desk.' })
export class ScanNotFound extends UserError {
  constructor(message: string) {
    super('SCAN_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The nonce belongs to another scan.' })
export class NonceReused extends UserError {
  constructor(message: string) {
    super('NONCE_REUSED', message);
  }
}

@ObjectType({ implements: UserError, description: 'The scan was undone before, by another nonce.' })
export class ScanAlreadyUndone extends UserError {
  @Field(() => ScanType, { description: 'The undoing.' })
  readonly scan: ScanType;

  constructor(message: string, scan: ScanType) {
    super('SCAN_ALREADY_UNDONE', message);
    this.scan = scan;
  }
}

@ObjectType({ implements: UserError, description: 'Only a scan that opened a door can be undone, and no undoing.' })
export class ScanNotToBeUndone extends UserError {
  @Field(() => ScanOutcome, { description: 'What was said of the scan.' })
  readonly outcome: ScanOutcome;

  constructor(message: string, outcome: ScanOutcome) {
    super('SCAN_NOT_TO_BE_UNDONE', message);
    this.outcome = outcome;
  }
}

@ObjectType({ implements: UserError, description: 'There is no conflict to look at.' })
export class NoScanConflict extends UserError {
  constructor(message: string) {
    super('NO_SCAN_CONFLICT', message);
  }
}

@ObjectType({ implements: UserError, description: 'Somebody else has looked at it, and found something else.' })
export class ScanConflictResolved extends UserError {
  @Field(() => ScanResolutionNote, { description: 'What they found.' })
  readonly note: ScanResolutionNote;

  constructor(message: string, note: ScanResolutionNote) {
    super('SCAN_CONFLICT_RESOLVED', message);
    this.note = note;
  }
}

export const RecordScansResult = createUnionType({
  name: 'RecordScansResult',
  description: 'What is said of the scans, or what stands in the way.',
  types: () => [RecordScansSuccess, EditionNotFound, InvalidInput] as const,
});

export const UndoScanResult = createUnionType({
  name: 'UndoScanResult',
  description: 'The undoing, or what stands in its way.',
  types: () =>
    [UndoScanSuccess, ScanNotFound, NonceReused, ScanAlreadyUndone, ScanNotToBeUndone, InvalidInput] as const,
});

export const ResolveScanConflictResult = createUnionType({
  name: 'ResolveScanConflictResult',
  description: 'The scan, or what stands in the way.',
  types: () => [ResolveScanConflictSuccess, ScanNotFound, NoScanConflict, ScanConflictResolved] as const,
});
