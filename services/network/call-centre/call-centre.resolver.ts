import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyone, holders, personOf } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { VersionConflict } from '../../shared/graph/user-error.ts';
import { portalLanguage } from '../../shared/text/localize.rules.ts';
import { checkContact } from '../contact/contact.rules.ts';
import { changeOf, invalidContact } from '../contact/contact-change.ts';
import { hoursText } from '../contact/opening-hours.rules.ts';
import type { NetworkContext } from '../context.ts';
import { say } from '../messages.ts';
import { networkDay } from '../network-day.rules.ts';
import {
  CallCentreType,
  UpdateCallCentreInput,
  UpdateCallCentreResult,
  UpdateCallCentreSuccess,
} from './call-centre.types.ts';
import { updateCallCentre } from './update-call-centre.ts';

@Resolver(() => CallCentreType)
export class CallCentreResolver {
  @Allow(anyone)
  @Query(() => CallCentreType, { nullable: true, description: 'The one call centre of the whole network.' })
  async callCentre(@Ctx() { loaders }: NetworkContext): Promise<CallCentreType | null> {
    const row = await loaders.callCentre.load('the');
    return row && new CallCentreType(row);
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => UpdateCallCentreResult, { description: 'Changes how people reach the call centre.' })
  async updateCallCentre(
    @Arg('input', () => UpdateCallCentreInput) input: UpdateCallCentreInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof UpdateCallCentreResult> {
    const { em, loaders, locale } = context;
    const now = context.now();
    const change = changeOf(input);
    const violations = checkContact(change, networkDay(now));
    if (violations.length > 0) return invalidContact(violations, locale);

    const { expectedVersion = null } = input;
    const outcome = await updateCallCentre(em, { actorId: personOf(context.viewer), expectedVersion, change }, now);
    if ('refusal' in outcome) return new VersionConflict(say('VERSION_CONFLICT', locale), outcome.currentVersion);
    const row = await loaders.callCentre.clear('the').load('the');
    if (!row) throw new Error('the call centre is gone');
    return new UpdateCallCentreSuccess(new CallCentreType(row));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "For people, in the viewer's language: `Mon–Fri 09:00–18:00 (Asia/Almaty)`. Null while nobody has told.",
  })
  hours(@Root() { openingHours }: CallCentreType, @Ctx() { locale }: NetworkContext): string | null {
    return openingHours && hoursText(openingHours, portalLanguage(locale));
  }
}
