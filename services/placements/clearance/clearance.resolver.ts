import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holders, personOf } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { dayIn } from '../../shared/text/day.rules.ts';
import { applicationActorOf } from '../application/application.resolver.ts';
import { PLACERS } from '../application/application.rules.ts';
import { ApplicationType, applicationOf } from '../application/application.types.ts';
import type { PlacementsContext } from '../context.ts';
import { invalid, refuse, violation } from '../selection/refusal/refusals.types.ts';
import {
  ClearanceType,
  RecordClearanceInput,
  RecordClearanceResult,
  RecordClearanceSuccess,
  RequestClearancesInput,
  RequestClearancesResult,
  RequestClearancesSuccess,
} from './clearance.types.ts';
import { recordClearance } from './record/record-clearance.ts';
import { requestClearances } from './request/request-clearances.ts';
import { CLEARANCE_TEXT_LENGTH, checkVerdict, standingOf } from './standing.rules.ts';

@Resolver(() => ApplicationType)
export class ClearanceResolver {
  @FieldResolver(() => [ClearanceType], {
    description:
      'What is checked about the applicant: what the opening asks for, in its order, and what else is recorded. The host reads which and whether, and nothing more.',
  })
  async clearances(
    @Root() { id, row }: ApplicationType,
    @Ctx() { loaders, viewer, now }: PlacementsContext,
  ): Promise<ClearanceType[]> {
    const actor = applicationActorOf(viewer, row);
    if (!actor) return [];
    const rows = await loaders.clearancesByApplicationId.load(id);
    return rows.map((one) => {
      const recorded = one.status === null ? undefined : { status: one.status, validUntil: one.valid_until };
      const standing = standingOf(recorded, dayIn(one.time_zone, now()));
      return new ClearanceType(one, { standing, isWhole: actor !== 'host-officer' });
    });
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => RecordClearanceResult, {
    description:
      'Records whether a clearance of an applicant has passed, failed or is waived. One that the opening asks for and that fails ends the application before acceptance, its open offer with it; afterwards it takes readiness away from the deployment. Nobody records their own.',
  })
  async recordClearance(
    @Arg('input', () => RecordClearanceInput) input: RecordClearanceInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof RecordClearanceResult> {
    const { applicationId, kind, status, validUntil = null, issuedBy = null, reason = null } = input;
    const verdict = { kind, status, validUntil, issuedBy, reason };
    const violations = checkVerdict(verdict).map(({ field, problem }) =>
      violation([field], problem, locale, { maximum: CLEARANCE_TEXT_LENGTH }),
    );
    if (violations.length > 0) return invalid(violations, locale);
    const actor = { ...viewer, personId: personOf(viewer) };
    const outcome = await recordClearance(em, { viewer: actor, applicationId, verdict }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new RecordClearanceSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => RequestClearancesResult, {
    description:
      'Notes that the clearances an opening asks for are asked of an applicant: those that are REQUIRED or EXPIRED become REQUESTED. Once more changes nothing.',
  })
  async requestClearances(
    @Arg('input', () => RequestClearancesInput) { applicationId }: RequestClearancesInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof RequestClearancesResult> {
    const actor = { ...viewer, personId: personOf(viewer) };
    const outcome = await requestClearances(em, { viewer: actor, applicationId }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new RequestClearancesSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }
}
