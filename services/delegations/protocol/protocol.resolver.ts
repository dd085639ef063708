import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holdersOver, personOf } from '../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../shared/access/allow.ts';
import { fileUrl } from '../../shared/files/file.ts';
import { Violation } from '../../shared/graph/user-error.ts';
import { PORTAL_LANGUAGES } from '../../shared/text/localize.rules.ts';
import type { DelegationsContext } from '../context.ts';
import { DelegationType, delegationOf, EditionReference } from '../delegation/delegation.types.ts';
import { invalidInput, isOver, notFoundOrChanged } from '../delegation/delegation-refusals.types.ts';
import { EditionNotFound } from '../delegation/invitation/invite-delegation.types.ts';
import { composersOf, VERIFIERS } from '../nomination/nomination.rules.ts';
import { nominationOf } from '../nomination/nomination.types.ts';
import { delegationsInOrder } from './delegations-in-order.ts';
import { say } from './messages.ts';
import { orderDelegation } from './order-delegation.ts';
import type { OrderViolation } from './precedence.rules.ts';
import { PROTOCOL } from './print/list-file.ts';
import {
  OrderDelegationInput,
  OrderDelegationResult,
  OrderDelegationSuccess,
  SetPrecedenceInput,
  SetPrecedenceResult,
  SetPrecedenceSuccess,
} from './protocol.types.ts';
import { setPrecedence } from './set-precedence.ts';

@Resolver()
export class ProtocolActsResolver {
  @Allow(holdersOver('EDITION', ({ args }: Call) => args.input.editionId, 'ADMINISTRATOR'))
  @Mutation(() => SetPrecedenceResult, {
    description:
      'Sets the order of precedence of the delegations to an edition. Those invited later stand after them, in the usual order.',
  })
  async setPrecedence(
    @Arg('input', () => SetPrecedenceInput) { editionId, ...input }: SetPrecedenceInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof SetPrecedenceResult> {
    const language = PORTAL_LANGUAGES.find((known) => known === input.language) ?? null;
    if (input.language && !language) {
      const code = 'UNKNOWN_LANGUAGE';
      return invalidInput([new Violation(['input', 'language'], code, say(code, locale))], locale);
    }
    const delegationIds = input.delegationIds ?? null;
    const command = { actorId: personOf(viewer), editionId, delegationIds, language };
    const outcome = await setPrecedence(em, command, now());
    if (!('refusal' in outcome)) {
      const delegations = await delegationsInOrder(loaders, editionId);
      return new SetPrecedenceSuccess(
        editionId,
        delegations.map((row) => new DelegationType(row)),
      );
    }
    if (outcome.refusal === 'edition-not-found') return new EditionNotFound(say('EDITION_NOT_FOUND', locale));
    return invalidInput(violationsOf('delegationIds', outcome.violations, locale), locale);
  }

  @Allow(composersOf(({ args }: Call) => args.input.delegationId))
  @Mutation(() => OrderDelegationResult, { description: 'Sets the order of the members within a delegation.' })
  async orderDelegation(
    @Arg('input', () => OrderDelegationInput) { delegationId, ...input }: OrderDelegationInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof OrderDelegationResult> {
    const { nominationIds = null, expectedVersion = null } = input;
    const outcome = await orderDelegation(em, { viewer, delegationId, nominationIds, expectedVersion }, now());
    if (!('refusal' in outcome)) {
      const members = await loaders.membersByDelegation.load(delegationId);
      return new OrderDelegationSuccess(
        await delegationOf(delegationId, loaders.delegationById),
        await Promise.all(members.map(({ id }) => nominationOf(id, loaders.nominationById))),
      );
    }
    switch (outcome.refusal) {
      case 'no-order':
        return invalidInput(violationsOf('nominationIds', outcome.violations, locale), locale);
      case 'delegation-over':
        return isOver(outcome, locale);
      default:
        return notFoundOrChanged(outcome, locale);
    }
  }
}

@Resolver(() => EditionReference)
export class EditionProtocolResolver {
  @Allow<EditionReference>(holdersOver('EDITION', ({ of }) => of.id, ...VERIFIERS))
  @FieldResolver(() => [DelegationType], {
    nullable: true,
    description:
      'All delegations that come, in their order of precedence: as it was set, and otherwise by the names of countries, members, associates and the host first, then observers, then organisations. Null while the delegations service is out of reach.',
  })
  async delegationsInPrecedence(
    @Root() { id }: EditionReference,
    @Ctx() { loaders }: DelegationsContext,
  ): Promise<DelegationType[]> {
    const rows = await delegationsInOrder(loaders, id);
    return rows.map((row) => new DelegationType(row));
  }

  @Allow<EditionReference>(holdersOver('EDITION', ({ of }) => of.id, ...VERIFIERS))
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the list of all delegations for the protocol office is fetched, as a PDF; as CSV with `?format=csv`. Null while the delegations service is out of reach.',
  })
  protocolListUrl(@Root() { id }: EditionReference, @Ctx() { publicUrl }: DelegationsContext): string {
    return fileUrl(publicUrl, 'delegations', PROTOCOL, id);
  }
}

const codes = {
  unknown: 'UNKNOWN_IN_ORDER',
  repeated: 'REPEATED_IN_ORDER',
  missing: 'MISSING_IN_ORDER',
} as const satisfies Record<OrderViolation['problem'], string>;

function violationsOf(field: string, found: readonly OrderViolation[], locale: string): Violation[] {
  return found.map(({ index, problem, count = 0 }) => {
    const path = ['input', field, ...(index === null ? [] : [String(index)])];
    return new Violation(path, codes[problem], say(codes[problem], locale, { count }));
  });
}
