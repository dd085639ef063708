import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { fileUrl } from '../../../shared/files/file.ts';
import { IdempotencyKeyReused, InvalidInput, type Violation } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { ForumContext } from '../../context.ts';
import { EditionNotFound } from '../../registration/register/register-for-forum.types.ts';
import { keyViolations, searchViolations } from '../input-violations.ts';
import { valuesOf } from '../list/registration-filter.rules.ts';
import { filterOf } from '../list/registration-filter.types.ts';
import { say } from '../messages.ts';
import { knowsNeeds, organisersOf } from '../organisers.rules.ts';
import { EXPORT_REASON_LENGTH } from './registrations-export.rules.ts';
import {
  NeedsWithheld,
  RegistrationsExportType,
  RequestRegistrationsExportInput,
  RequestRegistrationsExportResult,
  RequestRegistrationsExportSuccess,
} from './registrations-export.types.ts';
import { type RequestRegistrationsExportOutcome, requestRegistrationsExport } from './request-registrations-export.ts';

/** Kind of the files, in their address. */
export const REGISTRATION_EXPORTS = 'registration-exports';

type Refusal = Extract<RequestRegistrationsExportOutcome, { refusal: string }>['refusal'];

@Resolver()
export class RegistrationsExportResolver {
  @Allow(organisersOf<Call>(({ args }) => args.input.editionId))
  @Mutation(() => RequestRegistrationsExportResult, {
    description:
      'Has a file of the registrations of an edition written, for a day. The request and each download are kept in the audit trail.',
  })
  async requestRegistrationsExport(
    @Arg('input', () => RequestRegistrationsExportInput) input: RequestRegistrationsExportInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof RequestRegistrationsExportResult> {
    const { em, viewer, locale, loaders, publicUrl } = context;
    const violations = violationsOf(input, locale);
    if (violations.length > 0)
      return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);

    const now = context.now();
    const command = {
      actorId: personOf(viewer),
      editionId: input.editionId,
      filter: valuesOf(filterOf(input.filter)),
      format: input.format,
      withNeeds: input.withNeeds ?? false,
      knowsNeeds: knowsNeeds(viewer, input.editionId),
      reason: input.reason,
      idempotencyKey: input.idempotencyKey ?? null,
    };
    const outcome = await requestRegistrationsExport(em, command, now);
    if ('refusal' in outcome) return refusals[outcome.refusal](locale);
    const { exportId, token } = outcome;
    const row = await loaders.registrationsExportById.load(exportId);
    if (!row) throw new Error(`export ${exportId} is gone`);
    const url = token && `${fileUrl(publicUrl, 'forum', REGISTRATION_EXPORTS, exportId)}?token=${token}`;
    return new RequestRegistrationsExportSuccess(new RegistrationsExportType(row, url, now));
  }
}

const refusals: Record<Refusal, (locale: string) => typeof RequestRegistrationsExportResult> = {
  'edition-not-found': (locale) => new EditionNotFound(say('EDITION_NOT_FOUND', locale)),
  'needs-withheld': (locale) => new NeedsWithheld(say('NEEDS_WITHHELD', locale)),
  'idempotency-key-reused': (locale) => new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale)),
};

function violationsOf(input: RequestRegistrationsExportInput, locale: string): Violation[] {
  const reason = reasonViolation(input.reason, locale, EXPORT_REASON_LENGTH);
  return [
    ...keyViolations(input.idempotencyKey ?? null, locale),
    ...searchViolations(input.filter?.search ?? null, locale),
    ...(reason ? [reason] : []),
  ];
}
