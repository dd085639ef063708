import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { eventRoutes } from '../../../event-routes.ts';
import { holds, personOf, signedIn, type Viewer } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import { PersonNotFound } from '../../access/role-grant.types.ts';
import type { AccountsContext } from '../../context.ts';
import { checkRequest } from '../input.rules.ts';
import { invalidRequest } from '../invalid-request.ts';
import { say } from '../messages.ts';
import type { ErasureRow } from './erasure.loaders.ts';
import { mayRequestErasure } from './erasure.rules.ts';
import {
  ErasureType,
  LastAdministrator,
  RequestErasureInput,
  RequestErasureResult,
  RequestErasureSuccess,
} from './erasure.types.ts';
import { type RequestErasureOutcome, requestErasure } from './request-erasure.ts';

type Refusal = Extract<RequestErasureOutcome, { refusal: string }>['refusal'];

const refusals: Record<Refusal, (locale: string) => typeof RequestErasureResult> = {
  'person-not-found': (locale) => new PersonNotFound(say('PERSON_NOT_FOUND', locale)),
  'last-administrator': (locale) => new LastAdministrator(say('LAST_ADMINISTRATOR', locale)),
  'idempotency-key-reused': (locale) => new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale)),
};

@Resolver()
export class ErasureResolver {
  @Allow(signedIn)
  @Query(() => ErasureType, {
    nullable: true,
    description: 'Null for an erasure that is neither of the viewer nor known to them as an administrator.',
  })
  async erasure(@Arg('id', () => ID) id: string, @Ctx() context: AccountsContext): Promise<ErasureType | null> {
    const row = await context.loaders.erasureById.load(id);
    return row && mayReadErasure(row, context.viewer) ? new ErasureType(row, context.locale) : null;
  }

  @Allow(mayRequestErasure)
  @Mutation(() => RequestErasureResult, {
    description:
      'Erases a person from the whole portal: all that names or describes them goes, and with it their sign-in. Every service gives a receipt.',
  })
  async requestErasure(
    @Arg('input', () => RequestErasureInput) input: RequestErasureInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof RequestErasureResult> {
    const { em, viewer, locale, loaders, now } = context;
    const actorId = personOf(viewer);
    const idempotencyKey = input.idempotencyKey ?? null;
    const reason = input.reason?.trim() ?? null;
    const violations = checkRequest(idempotencyKey, reason);
    if (violations.length > 0) return invalidRequest(violations, locale);

    const command = {
      actorId,
      personId: input.personId ?? actorId,
      idempotencyKey,
      reason,
      services: eventRoutes.ErasureRequested ?? [],
    };
    const outcome = await requestErasure(em, command, now());
    if ('refusal' in outcome) return refusals[outcome.refusal](locale);
    const row = await loaders.erasureById.load(outcome.erasureId);
    if (!row) throw new Error(`erasure ${outcome.erasureId} is gone`);
    return new RequestErasureSuccess(new ErasureType(row, locale));
  }
}

/** The person themself while they are still signed in, and administrators. */
export function mayReadErasure({ person_id }: ErasureRow, viewer: Viewer): boolean {
  return viewer.personId === person_id || holds(viewer, ['ADMINISTRATOR'], { kind: 'ALL', id: null });
}
