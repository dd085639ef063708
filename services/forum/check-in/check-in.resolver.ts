import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holdersOver, personOf } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { InvalidInput, Violation } from '../../shared/graph/user-error.ts';
import { whoeverIsAtADesk } from '../badge/badge.rules.ts';
import type { ForumContext } from '../context.ts';
import { EditionNotFound } from '../registration/register/register-for-forum.types.ts';
import { RegistrationType } from '../registration/registration.types.ts';
import {
  NonceReused,
  NoScanConflict,
  RecordScansInput,
  RecordScansResult,
  RecordScansSuccess,
  ResolveScanConflictInput,
  ResolveScanConflictResult,
  ResolveScanConflictSuccess,
  ScanAlreadyUndone,
  ScanConflictResolved,
  ScanNotFound,
  ScanNotToBeUndone,
  ScanResult,
  UndoScanInput,
  UndoScanResult,
  UndoScanSuccess,
} from './check-in.types.ts';
import { resolveScanConflict } from './conflict/resolve-scan-conflict.ts';
import { type checkInMessages, say } from './messages.ts';
import { recordScans } from './record/record-scans.ts';
import { checkNonce, checkScans, type ScanViolation } from './record/scan-input.rules.ts';
import { ScanType } from './scan.types.ts';
import { undoScan } from './undo-scan.ts';

@Resolver(() => ScanType)
export class ScanResolver {
  @FieldResolver(() => RegistrationType, { nullable: true, description: 'Null where the badge is not known.' })
  async registration(
    @Root() { registrationId }: ScanType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<RegistrationType | null> {
    const row = registrationId === null ? null : await loaders.registrationById.load(registrationId);
    return row && new RegistrationType(row);
  }

  @Allow<undefined>(holdersOver('EDITION', ({ args }) => args.input.editionId, 'REGISTRATION_DESK', 'ADMINISTRATOR'))
  @Mutation(() => RecordScansResult, {
    description:
      'Stores scans at the doors, one by one or in bulk after an outage, whatever is said of them. A nonce that comes again is answered the same again.',
  })
  async recordScans(
    @Arg('input', () => RecordScansInput) { editionId, scans }: RecordScansInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof RecordScansResult> {
    const { em, read, viewer, locale, loaders } = context;
    const violations = checkScans(scans);
    if (violations.length > 0) return invalid(violations, locale);
    const outcome = await recordScans(em, read, { actorId: personOf(viewer), editionId, scans }, context.now());
    if ('refusal' in outcome) return new EditionNotFound(say('EDITION_NOT_FOUND', locale));
    const rows = await loaders.scanById.loadMany(outcome.results.map(({ scanId }) => scanId));
    return new RecordScansSuccess(rows.map((row) => new ScanResult(scanOf(row))));
  }

  @Allow(whoeverIsAtADesk)
  @Mutation(() => UndoScanResult, {
    description: 'Takes back a scan that opened a door, by another fact. Who is inside no longer counts it.',
  })
  async undoScan(
    @Arg('input', () => UndoScanInput) { nonce, scanId }: UndoScanInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof UndoScanResult> {
    const { em, viewer, locale, loaders, now } = context;
    const violations = checkNonce(nonce);
    if (violations.length > 0) return invalid(violations, locale);
    const outcome = await undoScan(em, { viewer, actorId: personOf(viewer), nonce, scanId }, now());
    if (!('refusal' in outcome)) return new UndoScanSuccess(scanOf(await loaders.scanById.load(outcome.scanId)));
    switch (outcome.refusal) {
      case 'scan-not-found':
        return new ScanNotFound(say('SCAN_NOT_FOUND', locale));
      case 'nonce-reused':
        return new NonceReused(say('NONCE_REUSED', locale));
      case 'already-undone':
        return new ScanAlreadyUndone(
          say('SCAN_ALREADY_UNDONE', locale),
          scanOf(await loaders.scanById.load(outcome.scanId)),
        );
      case 'not-to-be-undone': {
        const scan = scanOf(await loaders.scanById.load(scanId));
        return new ScanNotToBeUndone(say('SCAN_NOT_TO_BE_UNDONE', locale), scan.outcome);
      }
    }
  }

  @Allow(whoeverIsAtADesk)
  @Mutation(() => ResolveScanConflictResult, {
    description: 'Notes what somebody found who looked at a scan in conflict, and takes it out of the queue.',
  })
  async resolveScanConflict(
    @Arg('input', () => ResolveScanConflictInput) { scanId, note }: ResolveScanConflictInput,
    @Ctx() { em, viewer, locale, loaders, now }: ForumContext,
  ): Promise<typeof ResolveScanConflictResult> {
    const outcome = await resolveScanConflict(em, { viewer, actorId: personOf(viewer), scanId, note }, now());
    if (!('refusal' in outcome)) return new ResolveScanConflictSuccess(scanOf(await loaders.scanById.load(scanId)));
    switch (outcome.refusal) {
      case 'scan-not-found':
        return new ScanNotFound(say('SCAN_NOT_FOUND', locale));
      case 'no-conflict':
        return new NoScanConflict(say('NO_SCAN_CONFLICT', locale));
      case 'already-resolved':
        return new ScanConflictResolved(say('SCAN_CONFLICT_RESOLVED', locale), outcome.note);
    }
  }
}

function scanOf(row: ConstructorParameters<typeof ScanType>[0] | Error | null): ScanType {
  if (row instanceof Error) throw row;
  if (!row) throw new Error('a scan that was stored is gone');
  return new ScanType(row);
}

const problems: Record<ScanViolation['problem'], readonly [code: string, phrase: keyof typeof checkInMessages]> = {
  blank: ['BLANK', 'BLANK'],
  'too-long': ['TOO_LONG', 'TOO_LONG'],
  characters: ['NONCE_CHARACTERS', 'NONCE_CHARACTERS'],
  'too-many': ['TOO_MANY', 'TOO_MANY_SCANS'],
  none: ['NONE', 'NO_SCANS'],
};

function invalid(violations: readonly ScanViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem, maximum }) => {
      const [code, phrase] = problems[problem];
      return new Violation(['input', ...path], code, say(phrase, locale, { maximum }));
    }),
  );
}
