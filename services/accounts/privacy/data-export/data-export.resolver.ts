import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import { anyone, personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import type { AccountsContext } from '../../context.ts';
import { checkRequest } from '../input.rules.ts';
import { invalidRequest } from '../invalid-request.ts';
import { say } from '../messages.ts';
import {
  DataExportOpening,
  DataExportType,
  ErasureUnderWay,
  RequestDataExportInput,
  RequestDataExportResult,
  RequestDataExportSuccess,
} from './data-export.types.ts';
import { openDataExport } from './open-data-export.ts';
import { requestDataExport } from './request-data-export.ts';

@Resolver()
export class DataExportResolver {
  @Allow(signedIn)
  @Mutation(() => RequestDataExportResult, {
    description: 'Lets the signed-in person download all that the portal keeps about them.',
  })
  async requestDataExport(
    @Arg('input', () => RequestDataExportInput) input: RequestDataExportInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof RequestDataExportResult> {
    const { em, viewer, locale, loaders, publicUrl } = context;
    const idempotencyKey = input.idempotencyKey ?? null;
    const violations = checkRequest(idempotencyKey, null);
    if (violations.length > 0) return invalidRequest(violations, locale);

    const now = context.now();
    const outcome = await requestDataExport(em, { personId: personOf(viewer), idempotencyKey }, now);
    if ('refusal' in outcome) {
      return outcome.refusal === 'erasure-under-way'
        ? new ErasureUnderWay(say('ERASURE_UNDER_WAY', locale))
        : new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    }
    const { exportId, token } = outcome;
    const row = await loaders.dataExportById.load(exportId);
    if (!row) throw new Error(`data export ${exportId} is gone`);
    const url = token && `${publicUrl}/files/data-exports/${exportId}?token=${token}`;
    return new RequestDataExportSuccess(new DataExportType(row, url, now));
  }

  @Allow(anyone)
  @Directive('@inaccessible')
  @Mutation(() => DataExportOpening, {
    description: 'Begins a download. For the gateway, which gathers the data; the token is what lets in.',
  })
  async openDataExport(
    @Arg('id', () => ID) exportId: string,
    @Arg('token', () => String) token: string,
    @Ctx() { em, now }: AccountsContext,
  ): Promise<DataExportOpening> {
    const outcome = await openDataExport(em, { exportId, token }, now());
    return 'refusal' in outcome
      ? new DataExportOpening(null, outcome.refusal === 'data-export-expired')
      : new DataExportOpening(outcome.personId, false);
  }
}
